"""The made-up archive as rows of the database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain, count, islice
from re import finditer
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction

from archive.models import Article, Capture, Outlet, Reading, Topic
from quotes.models import Alias, Occurrence, Quote, Speaker
from quotes.names import name_key
from quotes.search.document import Printing, QuoteDocument

from .bulk import table
from .corpus import Corpus, Story

COLLECTED = datetime(2026, 1, 1, tzinfo=UTC)
STORIES = 250  # written at once

MODELS = (Article, Article.topics.through, Capture, Reading, Quote, Occurrence)

Row = dict[str, Any]  # columns that differ from row to row
Rows = list[list[Row]]  # of each of ``MODELS``


def write_rows(corpus: Corpus) -> Iterator[int]:
    """Fill an empty database; yields how many quotes each batch has brought. Marks nothing for the index."""
    Outlet.objects.bulk_create(
        Outlet(pk=pk, slug=slug, name=name, host=f"{slug}.example") for pk, slug, name in corpus.outlets
    )
    Speaker.objects.bulk_create(Speaker(pk=pk, slug=slug, name=name) for pk, slug, name in corpus.speakers)
    Alias.objects.bulk_create(
        Alias(speaker_id=pk, name=name, key=name_key(name)) for pk, _, name in corpus.speakers
    )
    Topic.objects.bulk_create(Topic(pk=pk, slug=slug, name=name) for pk, slug, name in corpus.topics)
    stories, keys = corpus.stories(), count(1)
    while batch := list(islice(stories, STORIES)):
        write([rows_of(story, keys) for story in batch])
        yield sum(len(story.documents) for story in batch)
    count_on()


def count_on() -> None:
    """The next row of each table gets a key of its own: PostgreSQL does not count keys that were given."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Outlet, Speaker, Topic, *MODELS]):
            cursor.execute(statement)


def write(stories: list[Rows]) -> None:
    """Rows of each model in turn, so that what a row points to is there before it."""
    with transaction.atomic():
        for place, model in enumerate(MODELS):
            table(model).insert(chain.from_iterable(rows[place] for rows in stories))


def rows_of(story: Story, keys: Iterator[int]) -> Rows:
    """Of each of ``MODELS``."""
    text, starts = text_of(story.documents)
    articles: list[Row] = []
    topics: list[Row] = []
    captures: list[Row] = []
    readings: list[Row] = []
    occurrences: list[Row] = []
    for printing in story.printings:
        key = next(keys)
        article, capture, reading = evidence(key, printing, text)
        articles.append(article)
        topics += [{"article_id": key, "topic_id": topic.topic_id} for topic in story.topics]
        captures.append(capture)
        readings.append(reading)
        places = zip(story.documents, starts, strict=True)
        occurrences += [occurrence(document, start, key) for document, start in places]
    quotes = [quote(document) for document in story.documents]
    return [articles, topics, captures, readings, quotes, occurrences]


def text_of(documents: list[QuoteDocument]) -> tuple[str, list[int]]:
    """The article, and where each quote begins in it."""
    text, starts = "", []
    for document in documents:
        before, after = document.contexts
        text += f"{before} “"
        starts.append(len(text))
        text += f"{document.text}” {after}\n\n"
    return text.rstrip(), starts


def layout_of(text: str) -> list[list]:
    """Its paragraphs, as a reading keeps them."""
    ends = [*(found.start() for found in finditer("\n\n", text)), len(text)]
    starts = [0, *(end + len("\n\n") for end in ends)]
    return [["body", start, end] for start, end in zip(starts, ends, strict=False)]


def evidence(key: int, printing: Printing, text: str) -> tuple[Row, Row, Row]:
    """An article with its capture and reading."""
    url = f"https://{printing.outlet}.example/{key}"
    article = {
        "id": key,
        "outlet_id": printing.outlet_id,
        "url": url,
        "url_key": url,
        "title": f"Article {key}",
        "language": "en",
        "published": printing.published,
        "state": Article.State.READ.value,
        "next_at": None,
    }
    capture = {
        "id": key,
        "article_id": key,
        "url": url,
        "status": 200,
        "sha256": sha256(url.encode()).hexdigest(),
        "length": len(text),
        "warc": f"{key}.warc.gz",
        "record_id": f"<urn:uuid:{key}>",
        "fetched_at": COLLECTED,
        "seen_at": COLLECTED,
    }
    reading = {
        "id": key,
        "capture_id": key,
        "scraper": "generic",
        "scraper_version": "1",
        "text": text,
        "layout": layout_of(text),
        "language": "en",
    }
    return article, capture, reading


def quote(document: QuoteDocument) -> Row:
    published = [printing.published for printing in document.printings if printing.published]
    return {
        "id": document.quote_id,
        "speaker_id": document.speaker_id,
        "text": document.text,
        "kind": document.kind,
        "status": document.status,
        "language": document.language,
        "first_seen": min(published),
        "last_seen": max(published),
        "sources": document.sources,
        "confidence": document.confidence,
    }


def occurrence(document: QuoteDocument, start: int, key: int) -> Row:
    return {
        "quote_id": document.quote_id,
        "article_id": key,
        "reading_id": key,
        "segments": [[start, start + len(document.text)]],
        "start": start,
        "end": start + len(document.text),
        "exact": document.text,
        "before": document.contexts[0],
        "after": document.contexts[1],
        "kind": document.kind,
        "speaker_id": document.speaker_id,
        "speaker_name": document.speaker_name,
        "confidence": document.confidence,
        "engine": "made up",
        "engine_version": "1",
    }
