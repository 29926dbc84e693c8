"""Rows for the tests: plain functions that make what a test names and fill in the rest."""

from datetime import UTC, datetime
from itertools import count

from django.db import transaction

from archive.models import Article, Capture, Outlet, Reading
from quotes.models import Occurrence, Quote, Speaker

numbers = count(1)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def make_outlet(**values) -> Outlet:
    number = next(numbers)
    return Outlet.objects.create(
        **{"name": f"Gazette {number}", "slug": f"gazette-{number}", "host": f"{number}.example"} | values
    )


def make_article(**values) -> Article:
    url = f"https://gazette.example/{next(numbers)}"
    defaults = {"url": url, "url_key": url, "title": "An article", "published": NOW, "language": "en"}
    if "outlet" not in values:
        defaults["outlet"] = make_outlet()
    return Article.objects.create(**defaults | {"state": Article.State.READ, "next_at": None} | values)


def make_capture(article: Article | None = None, **values) -> Capture:
    number = next(numbers)
    article = article or make_article()
    defaults = {
        "url": article.url,
        "status": 200,
        "headers": {"content-type": "text/html"},
        "content_type": "text/html",
        "sha256": f"{number:064x}",
        "length": 100,
        "warc": f"{number}.warc.gz",
        "record_id": f"<urn:uuid:{number}>",
        "fetched_at": NOW,
        "seen_at": NOW,
    }
    return Capture.objects.create(article=article, **defaults | values)


def make_reading(*paragraphs: str, capture: Capture | None = None, **values) -> Reading:
    """A reading of these body paragraphs."""
    text, layout = "", []
    for paragraph in paragraphs or ("“It rained,” Amara Osei said.",):
        layout.append(["body", len(text), len(text) + len(paragraph)])
        text += paragraph + "\n\n"
    defaults = {"scraper": "generic", "scraper_version": "1", "language": "en", "title": "An article"}
    return Reading.objects.create(
        capture=capture or make_capture(), text=text.rstrip(), layout=layout, **defaults | values
    )


def make_speaker(name: str = "Amara Osei", **values) -> Speaker:
    speaker = Speaker.objects.create(**{"name": name, "slug": f"speaker-{next(numbers)}"} | values)
    speaker.aliases.create(name=name)
    return speaker


@transaction.atomic  # the index follows each commit
def make_occurrence(
    words: str = "It rained", *, speaker: Speaker | None = None, reading: Reading | None = None, **values
) -> Occurrence:
    """A quote with one occurrence: ``words`` said by ``speaker`` in a reading that has them."""
    reading = reading or make_reading(f"“{words},” she said.")
    start = reading.text.index(words)
    quote = values.pop("quote", None) or Quote.objects.create(
        speaker=speaker, text=words, kind="direct", first_seen=NOW, last_seen=NOW, sources=1, language="en"
    )
    defaults = {
        "segments": [[start, start + len(words)]],
        "start": start,
        "end": start + len(words),
        "exact": words,
        "kind": quote.kind,
        "speaker": speaker,
        "speaker_name": speaker.name if speaker else "",
        "confidence": 0.9,
        "engine": "builtin",
        "engine_version": "1",
    }
    return Occurrence.objects.create(
        quote=quote, article=reading.capture.article, reading=reading, **defaults | values
    )
