"""What became of the printings of a quote since they were archived, as its page tells it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Max, Q

from archive.models import Article, Capture

from .models import Change, Occurrence, Quote
from .wording import Run, edits

State = Literal["printed", "unchanged", "edited", "removed", "gone"]
PRINTING = (Change.Kind.RETURNED, Change.Kind.BACK)


@dataclass(frozen=True, slots=True)
class Rewording:
    """An edit: from the words before to those after it; ``quote`` is the page of the other ones."""

    runs: list[Run]
    quote: Quote
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """The ``state`` of a printing ``since`` it was first seen so; last seen as archived ``until`` then.

    ``printed`` is what was looked at only once, ``unchanged`` what still stood there later.
    """

    state: State
    until: datetime
    since: datetime | None = None
    became: Rewording | None = None
    was: Rewording | None = None
    returned: datetime | None = None


@dataclass(slots=True)
class Log:
    """The changes of some occurrences, newest first, and when their articles were last seen."""

    changes: list[Change]
    came_from: list[Change]
    seen: dict[int, datetime]

    def newest(self, occurrence: Occurrence, *kinds: str) -> Change | None:
        return next((c for c in self.changes if c.occurrence_id == occurrence.pk and c.kind in kinds), None)

    def origin(self, occurrence: Occurrence) -> Change | None:
        return next((c for c in self.came_from if c.successor_id == occurrence.pk), None)


def standings(occurrences: Sequence[Occurrence]) -> dict[int, Standing]:
    """The standing of each occurrence by its id, in three queries; their readings' captures are known."""
    log = log_of(occurrences)
    return {occurrence.pk: standing(occurrence, log) for occurrence in occurrences}


def log_of(occurrences: Iterable[Occurrence]) -> Log:
    ids = [occurrence.pk for occurrence in occurrences]
    articles = {occurrence.article_id for occurrence in occurrences}
    changes = list(Change.objects.for_lists().filter(Q(occurrence__in=ids) | Q(successor__in=ids)))
    captures = Capture.objects.filter(article__in=articles).order_by()
    return Log(
        [change for change in changes if change.occurrence_id in ids],
        [change for change in changes if change.successor_id in ids],
        dict(captures.values_list("article").annotate(Max("seen_at"))),
    )


def standing(occurrence: Occurrence, log: Log) -> Standing:
    capture, origin = occurrence.reading.capture, log.origin(occurrence)
    state, since = state_of(occurrence, log)
    looked_at = log.seen[occurrence.article_id]
    if state == "printed" and looked_at > capture.fetched_at:
        state = "unchanged"
    edited = log.newest(occurrence, Change.Kind.EDITED) if state == "edited" else None
    returned = log.newest(occurrence, *PRINTING)
    return Standing(
        state,
        capture.seen_at if state in ("edited", "removed") else looked_at,
        since,
        became=rewording(edited, edited.successor) if edited else None,
        was=rewording(origin, origin.occurrence) if origin else None,
        returned=returned.seen_at if returned and state in ("printed", "unchanged") else None,
    )


def state_of(occurrence: Occurrence, log: Log) -> tuple[State, datetime | None]:
    if occurrence.removed_at:
        lost = log.newest(occurrence, Change.Kind.EDITED, Change.Kind.REMOVED)
        return ("edited" if lost and lost.kind == Change.Kind.EDITED else "removed"), occurrence.removed_at
    if occurrence.article.state == Article.State.GONE:
        gone = log.newest(occurrence, Change.Kind.GONE)
        return "gone", gone.seen_at if gone else None
    return "printed", None


def rewording(change: Change, other: Occurrence | None) -> Rewording | None:
    """The edit as a reader may see it; nothing where the other words are hidden from readers."""
    if other is None or change.successor is None or not is_shown(other):
        return None
    return Rewording(edits(change.occurrence.exact, change.successor.exact), other.quote, change.seen_at)


def is_shown(occurrence: Occurrence) -> bool:
    return occurrence.quote.is_public and occurrence.review != Occurrence.Review.REJECTED
