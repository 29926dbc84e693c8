"""What a curator saw when deciding, so that nobody decides about something else."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max

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
        if not key.isdecimal():
            raise StaleError("This form is of no quote: load the page again.")
        return cls(int(key), mark)


def seen_of(occurrence: Occurrence) -> Seen:
    return Seen(occurrence.pk, mark_of(occurrence))


def seen_of_many(occurrences: Sequence[Occurrence]) -> list[Seen]:
    """What ``seen_of`` gives for each, in one query."""
    about = Decision.objects.standing().filter(quote__in=[one.quote_id for one in occurrences])
    last = dict(about.values_list("quote").annotate(last=Max("pk")))
    return [Seen(one.pk, mark(one, last.get(one.quote_id, 0))) for one in occurrences]


def mark_of(occurrence: Occurrence) -> str:
    last = last_decision(occurrence.quote)
    return mark(occurrence, last.pk if last else 0)


def mark(occurrence: Occurrence, decision: int) -> str:
    parts = (occurrence.quote_id, decision, occurrence.speaker_id or 0, occurrence.reading_id)
    return "-".join(map(str, (*parts, occurrence.start, occurrence.end)))


def last_decision(quote: Quote) -> Decision | None:
    return quote.decisions.standing().select_related("by").order_by("-pk").first()


def current(seen: Seen) -> Occurrence:
    """The printing, locked for this transaction; raises ``StaleError`` if it is not as it was seen."""
    found = Occurrence.objects.select_related("quote__speaker", "article", "reading__capture")
    occurrence = found.select_for_update(of=("self",)).filter(pk=seen.occurrence).first()
    if occurrence is None:
        raise StaleError("This quote is no longer in the archive: its article has been read anew.")
    Quote.objects.select_for_update().get(pk=occurrence.quote_id)
    if mark_of(occurrence) != seen.mark:
        raise StaleError(f"Nothing was changed: {what_happened(occurrence)} Look at it again.")
    return occurrence


def what_happened(occurrence: Occurrence) -> str:
    last = last_decision(occurrence.quote)
    if last is None:
        return "the archive has read this article anew meanwhile."
    who = last.by.get_username() if last.by else "somebody"
    return f"{who} has decided on this quote meanwhile ({last.get_kind_display()}, {last.at:%H:%M})."
