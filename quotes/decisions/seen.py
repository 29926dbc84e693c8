"""What a curator saw when deciding, so that nobody decides about something else."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max
from django.utils.timezone import localtime

from archive.row_ids import row_id
from quotes.errors import StaleError
from quotes.models import Decision, Occurrence, Quote


@dataclass(frozen=True, slots=True)
class Seen:
    """A quote by one of its printings, with a mark that changes whenever what is shown of it does."""

    occurrence: int
    mark: str

    def __str__(self) -> str:
        return f"{self.occurrence}.{self.mark}"

    @classmethod
    def read(cls, text: str) -> "Seen":
        """Of what ``str`` gave; raises ``StaleError`` for anything else."""
        key, _, mark = text.partition(".")
        occurrence = row_id(key)
        if occurrence is None:
            raise StaleError("This form is of no quote: load the page again.")
        return cls(occurrence, mark)


def seen_of(occurrence: Occurrence) -> Seen:
    return seen_of_many([occurrence])[0]


def seen_of_many(occurrences: Sequence[Occurrence]) -> list[Seen]:
    """What ``seen_of`` gives for each, in one query."""
    last = last_decisions(occurrences)
    return [Seen(one.pk, mark(one, last.get(one.quote_id, 0))) for one in occurrences]


def last_decisions(occurrences: Sequence[Occurrence]) -> dict[int, int]:
    """The number of the last decision that stands, by quote."""
    about = Decision.objects.standing().filter(quote__in=[one.quote_id for one in occurrences]).order_by()
    return dict(about.values_list("quote").annotate(last=Max("pk")))


def mark(occurrence: Occurrence, decision: int) -> str:
    parts = (occurrence.quote_id, decision, occurrence.speaker_id or 0, occurrence.reading_id)
    return "-".join(map(str, (*parts, occurrence.start, occurrence.end)))


def current(seen: Seen) -> Occurrence:
    """The printing, locked for this transaction; raises ``StaleError`` if it is not as it was seen."""
    found, stale = current_many([seen])
    if stale:
        raise stale[0]
    return found[0]


def current_many(seen: Sequence[Seen]) -> tuple[list[Occurrence], list[StaleError]]:
    """The printings, locked, that are as they were seen, one of each quote; and why the others are not."""
    rows = Occurrence.objects.select_related("quote__speaker", "article", "reading__capture").order_by("pk")
    locked = rows.select_for_update(of=("self",)).filter(pk__in=[each.occurrence for each in seen])
    known = {occurrence.pk: occurrence for occurrence in locked}
    quotes = {occurrence.quote_id for occurrence in known.values()}
    list(Quote.objects.select_for_update().filter(pk__in=quotes).order_by("pk").values_list("pk"))
    last = last_decisions(list(known.values()))
    found: dict[int, Occurrence] = {}
    stale = []
    for each in seen:
        occurrence = known.get(each.occurrence)
        if occurrence and mark(occurrence, last.get(occurrence.quote_id, 0)) == each.mark:
            found.setdefault(occurrence.quote_id, occurrence)
        else:
            stale.append(StaleError(what_happened(occurrence)))
    return list(found.values()), stale


def what_happened(occurrence: Occurrence | None) -> str:
    if occurrence is None:
        return "This quote is no longer in the archive: its article has been read anew."
    last = occurrence.quote.decisions.standing().select_related("by").order_by("-pk").first()
    who = last.by.get_username() if last and last.by else "somebody"
    done = (
        f"{who} has decided on this quote meanwhile ({last.get_kind_display()}, {localtime(last.at):%H:%M})."
        if last
        else "the archive has read this article anew meanwhile."
    )
    return f"Nothing was changed: {done} Look at it again."
