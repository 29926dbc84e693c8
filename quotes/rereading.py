"""Old captures read again, their quotes moved into the new readings: never one that a person confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from archive.errors import ArchiveError
from archive.models import Article, Capture, Reading
from archive.rereading import outdated, reread

from .documents import document_of
from .engines import configured_engine
from .extraction import extract_quotes
from .grouping import refresh
from .models import Occurrence
from .occurrences import PLACE, differences, values_of
from .pairing import paired


@dataclass(frozen=True, slots=True)
class Reread:
    """A capture and its new reading, or the reason why there is none; how many quotes ``moved`` to it."""

    capture: Capture
    reading: Reading | None = None
    moved: int = 0
    reason: str = ""


def reread_all(captures: QuerySet[Capture]) -> Iterator[Reread]:
    """Read what newer scrapers have not read; the latest text of an article is searched for quotes anew."""
    for capture in outdated(captures):
        try:
            reading = reread(capture)
        except ArchiveError as error:
            yield Reread(capture, reason=str(error))
        else:
            yield Reread(capture, reading, move_older(reading))


def move_older(reading: Reading) -> int:
    """Move the undecided quotes of the capture's older readings to where the words stand in this one.

    For captures that newer ones have followed: recording quotes leaves those alone.
    """
    article = reading.capture.article
    if article.shows(reading) or not unmoved(reading).exists():
        return 0
    engine = configured_engine()
    found = extract_quotes(document_of(reading, article.outlet.name), engine)
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=article.pk)
        pairs = [(quote, held) for quote, held in paired(found, list(unmoved(reading)), reading) if held]
        moved = [held for quote, held in pairs if move(held, values_of(quote, reading, engine))]
        refresh(occurrence.quote for occurrence in moved)
    return len(moved)


def unmoved(reading: Reading) -> QuerySet[Occurrence]:
    older = Occurrence.objects.filter(reading__capture=reading.capture_id).exclude(reading=reading)
    undecided = older.filter(review=Occurrence.Review.UNREVIEWED)
    return undecided.select_related("quote", "reading__capture").order_by("start")


def move(occurrence: Occurrence, values: dict[str, object]) -> bool:
    """Point the occurrence into the reading, its speaker and all else as they were."""
    changes = {name: value for name, value in differences(occurrence, values).items() if name in PLACE}
    for name, value in changes.items():
        setattr(occurrence, name, value)
    occurrence.save()
    return bool(changes)
