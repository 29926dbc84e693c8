"""Grouping at sizes that no other test reaches."""

import pytest

from archive.models import Article, Capture, Reading
from quotes.grouping import regroup
from quotes.models import Occurrence, Quote
from tests.quotes.rows import NOW, make_occurrence, make_outlet, make_reading, make_speaker

pytestmark = pytest.mark.django_db

WORDS = "The nets were empty again this morning"
REPRINTS = 1001  # SQLite takes no more than 1000 keys in some statements


def reprint(quote: Quote, number: int) -> None:
    """So many more articles that print the quote, written at once."""
    outlet = make_outlet()
    urls = [f"https://gazette.example/reprint/{n}" for n in range(number)]
    articles = Article.objects.bulk_create(
        Article(outlet=outlet, url=url, url_key=url, published=NOW, state="read") for url in urls
    )
    captures = Capture.objects.bulk_create(
        Capture(
            article=article,
            url=article.url,
            status=200,
            sha256="0" * 64,
            length=1,
            warc=article.url,
            record_id=article.url,
            fetched_at=NOW,
            seen_at=NOW,
        )
        for article in articles
    )
    readings = Reading.objects.bulk_create(
        Reading(capture=capture, text=WORDS, scraper="generic") for capture in captures
    )
    Occurrence.objects.bulk_create(
        Occurrence(
            quote=quote,
            article=reading.capture.article,
            reading=reading,
            segments=[[0, len(WORDS)]],
            start=0,
            end=len(WORDS),
            exact=WORDS,
            kind=quote.kind,
            speaker=quote.speaker,
            confidence=0.9,
        )
        for reading in readings
    )


def test_regroup_of_words_that_a_thousand_articles_print():
    speaker = make_speaker()
    first = make_occurrence(WORDS, speaker=speaker)
    regroup([first])
    reprint(first.quote, REPRINTS)
    later = make_occurrence(WORDS, speaker=speaker, reading=make_reading(WORDS))

    regroup([later])

    assert later.quote == first.quote
    assert Occurrence.objects.filter(quote=first.quote).count() == REPRINTS + 2
