"""Old captures read again by newer scrapers. The old readings stay: what points into them stays true."""

from collections.abc import Iterator

from django.db.models import QuerySet

from .characters import storable
from .collect.ending import next_visit
from .errors import ReadError
from .models import Article, Capture, Reading, Refusal
from .readings import read, scraper_of
from .scrapers.base import Scraper


def outdated(captures: QuerySet[Capture]) -> Iterator[Capture]:
    """Those of the captures that the scraper of today has not read or refused, oldest first."""
    for capture in captures.order_by("fetched_at", "pk").iterator(chunk_size=500):
        today = version_of(scraper_of(capture))
        if not (capture.readings.filter(**today).exists() or capture.refusals.filter(**today).exists()):
            yield capture


def version_of(scraper: Scraper) -> dict[str, str]:
    return {"scraper": scraper.name, "scraper_version": scraper.version}


def reread(capture: Capture) -> Reading:
    """A new reading beside the old ones; an article that could not be read before counts as read.

    Raises ``CaptureError`` or ``ReadError``; then all is as it was, but for a note of the refusal.
    """
    scraper = scraper_of(capture)
    try:
        reading = read(capture, scraper)
    except ReadError as error:
        reason = storable(str(error))
        Refusal.objects.get_or_create(**version_of(scraper), capture=capture, defaults={"reason": reason})
        raise
    article = reading.capture.article
    article.refresh_from_db()
    if article.last_error and article.shows(reading):
        article.succeeded(next_visit(article))
        article.save(update_fields=Article.SCHEDULE)
    return reading
