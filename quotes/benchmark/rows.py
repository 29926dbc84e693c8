"""The made-up archive as rows of the database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain, count, islice

from django.db.models import Model

from archive.models import Article, Capture, Outlet, Reading, Topic
from quotes.models import Alias, Occurrence, Quote, Speaker
from quotes.names import name_key
from quotes.search.document import Printing, QuoteDocument

from .corpus import Corpus, Story

COLLECTED = datetime(2026, 1, 1, tzinfo=UTC)
STORIES = 250  # written at once

About = Article.topics.through


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


def write(stories: list[list[list[Model]]]) -> None:
    """Rows of each model in turn, so that what a row points to is there before it."""
    for rows in zip(*stories, strict=True):
        made = list(chain.from_iterable(rows))
        type(made[0]).objects.bulk_create(made)


def rows_of(story: Story, keys: Iterator[int]) -> list[list[Model]]:
    """Articles, their topics, captures, readings, quotes and occurrences."""
    text, starts = text_of(story.documents)
    articles: list[Model] = []
    topics: list[Model] = []
    captures: list[Model] = []
    readings: list[Model] = []
    occurrences: list[Model] = []
    for printing in story.printings:
        article, capture, reading = evidence(next(keys), printing, text)
        articles.append(article)
        topics += [About(article=article, topic_id=topic.topic_id) for topic in story.topics]
        captures.append(capture)
        readings.append(reading)
        places = zip(story.documents, starts, strict=True)
        occurrences += [occurrence(document, start, article, reading) for document, start in places]
    return [
        articles,
        topics,
        captures,
        readings,
        [quote(document) for document in story.documents],
        occurrences,
    ]


def text_of(documents: list[QuoteDocument]) -> tuple[str, list[int]]:
    """The article, and where each quote begins in it."""
    text, starts = "", []
    for document in documents:
        before, after = document.contexts
        text += f"{before} “"
        starts.append(len(text))
        text += f"{document.text}” {after}\n\n"
    return text.rstrip(), starts


def evidence(key: int, printing: Printing, text: str) -> tuple[Article, Capture, Reading]:
    url = f"https://{printing.outlet}.example/{key}"
    article = Article(
        pk=key, outlet_id=printing.outlet_id, url=url, url_key=url, title=f"Article {key}", language="en"
    )
    article.published, article.state, article.next_at = printing.published, Article.State.READ, None
    capture = Capture(
        pk=key,
        article=article,
        url=url,
        status=200,
        sha256=sha256(url.encode()).hexdigest(),
        length=len(text),
        warc=f"{key}.warc.gz",
        record_id=f"<urn:uuid:{key}>",
        fetched_at=COLLECTED,
        seen_at=COLLECTED,
    )
    reading = Reading(
        pk=key, capture=capture, scraper="generic", scraper_version="1", text=text, language="en"
    )
    return article, capture, reading


def quote(document: QuoteDocument) -> Quote:
    published = [printing.published for printing in document.printings if printing.published]
    return Quote(
        pk=document.quote_id,
        speaker_id=document.speaker_id,
        text=document.text,
        kind=document.kind,
        status=document.status,
        language=document.language,
        first_seen=min(published),
        last_seen=max(published),
        sources=document.sources,
        confidence=document.confidence,
    )


def occurrence(document: QuoteDocument, start: int, article: Article, reading: Reading) -> Occurrence:
    end = start + len(document.text)
    return Occurrence(
        quote_id=document.quote_id,
        article=article,
        reading=reading,
        segments=[[start, end]],
        start=start,
        end=end,
        exact=document.text,
        before=document.contexts[0],
        after=document.contexts[1],
        kind=document.kind,
        speaker_id=document.speaker_id,
        speaker_name=document.speaker_name,
        confidence=document.confidence,
        engine="made up",
        engine_version="1",
    )
