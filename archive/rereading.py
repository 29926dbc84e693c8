"""Old captures read again by newer scrapers. The old readings stay: what points into them stays true."""

from collections.abc import Iterator

from django.db.models import QuerySet

from .collect.article import next_visit
from .models import Article, Capture, Reading
from .readings import read, scraper_of


def outdated(captures: QuerySet[Capture]) -> Iterator[Capture]:
    """Those of the captures that the scraper of today has not read, oldest first."""
    for capture in captures.order_by("fetched_at", "pk").iterator(chunk_size=500):
        scraper = scraper_of(capture)
        if not capture.readings.filter(scraper=scraper.name, scraper_version=scraper.version).exists():
            yield capture


def reread(capture: Capture) -> Reading:
    """A new reading beside the old ones; an article that could not be read before counts as read.

    Raises ``CaptureError`` or ``ReadError``; then all is as it was.
    """
    reading = read(capture)
    article = reading.capture.article
    article.refresh_from_db()
    if article.last_error and article.shows(reading):
        article.succeeded(next_visit(article))
        article.save(update_fields=Article.SCHEDULE)
    return reading
