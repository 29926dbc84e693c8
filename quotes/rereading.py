"""Old captures read again, their quotes moved into the new readings: never one that a person confirmed."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

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
class Fate:
    """How many quotes of some captures ``moved`` to the new readings, ``stayed`` in the older ones, were
    ``dropped`` as no quotes after all, or were ``found`` that were not known before.
    """

    moved: int = 0
    stayed: int = 0
    dropped: int = 0
    found: int = 0

    def __add__(self, other: "Fate") -> "Fate":
        return Fate(*(one + another for one, another in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Reread:
    """A capture and its new reading, or the reason why there is none; what became of its quotes."""

    capture: Capture
    reading: Reading | None = None
    fate: Fate = Fate()
    reason: str = ""


def reread_all(captures: QuerySet[Capture]) -> Iterator[Reread]:
    """Read what newer scrapers have not read; the latest text of an article is searched for quotes anew."""
    for capture in outdated(captures):
        before = printed_in(capture)
        try:
            reading = reread(capture)
        except ArchiveError as error:
            yield Reread(capture, reason=str(error))
        else:
            move_older(reading)
            yield Reread(capture, reading, fate(before, printed_in(capture), reading))


def printed_in(capture: Capture) -> dict[int, int]:
    """Its occurrences, each with the reading that it points into."""
    return dict(Occurrence.objects.filter(reading__capture=capture).values_list("pk", "reading"))


def fate(before: dict[int, int], after: dict[int, int], reading: Reading) -> Fate:
    """What became of the occurrences of one capture, given where each pointed before and points now."""
    kept = before.keys() & after.keys()
    moved = sum(after[pk] == reading.pk for pk in kept)
    return Fate(moved, len(kept) - moved, len(before) - len(kept), len(after) - len(kept))


def move_older(reading: Reading) -> None:
    """Move the undecided quotes of the capture's older readings to where the words stand in this one.

    For captures that newer ones have followed: recording quotes leaves those alone.
    """
    article = reading.capture.article
    if article.shows(reading) or not unmoved(reading).exists():
        return
    engine = configured_engine()
    found = extract_quotes(document_of(reading, article.outlet.name), engine)
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=article.pk)
        pairs = [(quote, held) for quote, held in paired(found, list(unmoved(reading)), reading) if held]
        moved = [held for quote, held in pairs if move(held, values_of(quote, reading, engine))]
        refresh(occurrence.quote for occurrence in moved)


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
