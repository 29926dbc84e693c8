"""Carrying out what a curator chose, in one transaction: the rows, the items about them, and the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.db import transaction

from archive.history import acting, in_one_record
from quotes import boundaries
from quotes.errors import BoundaryError, StaleError
from quotes.grouping import regroup
from quotes.models import Decision, Occurrence, Quote
from quotes.occurrences import AROUND
from quotes.ranking import rank

from .choice import Choice
from .seen import Seen, current, current_many
from .settle import STATUSES, close_items, give_status, lock, settle_many
from .state import State, changes, state_of

PLACE = ("reading", "segments", "start", "end", "exact", "prefix", "suffix")


def decide(seen: Seen, choice: Choice, by) -> Decision:
    """Do what was chosen about the quote that was seen, for the user ``by``.

    Raises a ``DecisionError``, and changes nothing, where the choice is incomplete or the quote not as seen.
    """
    choice.check()
    with transaction.atomic(), acting(by, reason_of(choice)), in_one_record():
        printed = current(seen)
        if choice.kind in STATUSES:
            return settle_many([printed], choice, by)[0]
        return Case(printed, choice, by).decide()


def decide_many(seen: Sequence[Seen], choice: Choice, by) -> tuple[list[Decision], list[StaleError]]:
    """Confirm, reject or dispute many quotes at once: what was decided, and why some were not."""
    choice.check()
    with transaction.atomic(), acting(by, reason_of(choice)), in_one_record():
        printings, stale = current_many(seen)
        return settle_many(printings, choice, by, uuid4()) if printings else [], stale


def reason_of(choice: Choice) -> str:
    """As the history has it."""
    return f"{choice.kind}: {choice.why}".removesuffix(": ")


@dataclass(slots=True)
class Case:
    """One quote, by the printing that the curator saw, and what is to be done about it."""

    printed: Occurrence
    choice: Choice
    by: Any

    def decide(self) -> Decision:
        quote = self.printed.quote
        before = state_of([quote.pk])
        newest = Quote.objects.order_by("-pk").values_list("pk", flat=True)[0]
        moved = ACTIONS[self.choice.kind](self, before) or quote.pk
        if self.choice.kind != Decision.Kind.NOTE:
            close_items({quote.pk, moved}, self.by)
        made = {("Quote", moved)} if moved > newest else set()
        known = {key: value for key, value in before.items() if key not in made}
        after = state_of({quote.pk, moved})
        rank({quote.pk, moved})
        return Decision.objects.create(
            kind=self.choice.kind,
            quote=quote,
            occurrence=self.printed,
            why=self.choice.why.strip(),
            by=self.by,
            changes=changes(known, after),
        )

    def note(self, before: State) -> None:
        """Changes nothing: the decision's own row keeps the note."""

    def give_speaker(self, before: State) -> int:
        """Somebody else said it, in all printings that nobody has decided on; returns the quote it is now."""
        speaker = self.choice.speaker
        printings = self.undecided()
        for occurrence in printings:
            occurrence.speaker = speaker
            occurrence.speaker_name = speaker.name if speaker else ""
            lock(occurrence, "speaker", "speaker_name")
        self.printed.review = Occurrence.Review.CONFIRMED
        return self.move(printings, before, Quote.Status.CONFIRMED)

    def set_boundaries(self, before: State) -> int:
        """The words begin and end elsewhere; who said them is still to be decided."""
        place(self.printed, self.choice)
        return self.move([self.printed], before)

    def move(self, printings: list[Occurrence], before: State, status: str = "") -> int:
        """Save the printings under the quotes they belong to now; returns the quote of the one seen."""
        regroup(printings)
        quote = self.printed.quote
        before |= {key: value for key, value in state_of([quote.pk]).items() if key not in before}
        if status:
            give_status([quote], status)
        return quote.pk

    def undecided(self) -> list[Occurrence]:
        """The printing that was seen, and the quote's others unless somebody has decided on them."""
        others = self.printed.quote.occurrences.exclude(pk=self.printed.pk)
        free = others.filter(review=Occurrence.Review.UNREVIEWED, locked=[])
        return [self.printed, *free.select_related("article", "quote", "reading__capture")]


ACTIONS: dict[str, Callable[["Case", State], int | None]] = {
    Decision.Kind.SPEAKER: Case.give_speaker,
    Decision.Kind.BOUNDARIES: Case.set_boundaries,
    Decision.Kind.NOTE: Case.note,
}


def place(occurrence: Occurrence, choice: Choice) -> None:
    """Put the occurrence where the words stand; raises ``BoundaryError`` where they cannot be a quote."""
    reading = occurrence.reading
    paragraphs = [(each.start, each.start + len(each.text)) for each in reading.paragraphs]
    near = occurrence.start if choice.near is None else choice.near
    found = boundaries.segments(reading.text, paragraphs, choice.words, near)
    start, end = found[0][0], found[-1][1]
    taken = Occurrence.objects.filter(reading=reading, start=start, end=end).exclude(pk=occurrence.pk)
    if taken.exists():
        raise BoundaryError("Another quote of the archive has these very boundaries: reject one of the two.")
    occurrence.segments, occurrence.start, occurrence.end = found, start, end
    occurrence.exact = " ".join(reading.text[first:last] for first, last in found)
    occurrence.prefix = reading.text[max(0, start - AROUND) : start]
    occurrence.suffix = reading.text[end : end + AROUND]
    lock(occurrence, *PLACE)
