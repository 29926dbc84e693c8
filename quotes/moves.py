"""Joining and parting by hand: every move of printings between quotes and speakers can be undone."""

from collections.abc import Iterable, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from archive.history import acting

from .errors import DecisionError, UndoError
from .grouping import refresh, regroup
from .models import Duplicate, Fingerprint, Move, Occurrence, Quote, Speaker

PRINTING = ("quote_id", "speaker_id", "speaker_name", "locked")
UTTERANCE = ("speaker_id", "status", "reason", "merged_into_id", "locked")
DECIDED = (Quote.Status.WITHDRAWN, Quote.Status.REJECTED)


@dataclass(frozen=True, slots=True)
class Undone:
    """``left``: printings that were moved again since, and so stay where they are."""

    back: int
    left: int


@contextmanager
def recorded(move: Move, occurrences: Sequence[Occurrence]):
    """One transaction; the move keeps what the rows were before, and where they went."""
    ids = [occurrence.pk for occurrence in occurrences]
    with transaction.atomic(), accounted(move.made_by, str(move), move.reason):
        quotes = Quote.objects.filter(occurrences__in=ids).distinct()
        move.before |= {"occurrences": printings(ids), "quotes": rows(quotes, UTTERANCE)}
        yield move
        move.after = printings(ids)
        move.save()


def accounted(by, what: str, reason: str):
    """The history of each row that moves says what was done, and the reason that was given."""
    return acting(by, f"{what}: {reason}".removesuffix(": ")) if by else nullcontext()


def printings(ids: Iterable[int]) -> dict[str, dict]:
    return rows(Occurrence.objects.filter(pk__in=ids), PRINTING)


def rows(queryset, fields: Sequence[str]) -> dict[str, dict]:
    return {str(row.pop("id")): row for row in queryset.values("id", *fields)}


def reassign(occurrences: Sequence[Occurrence], speaker: Speaker) -> None:
    """Give the printings to another speaker; a quote that a person decided on goes as a whole, or stays."""
    whole = decided_wholes(occurrences)
    for occurrence in occurrences:
        occurrence.speaker = speaker
    for occurrence in [o for o in occurrences if o.quote_id in whole]:
        occurrence.save()
    for quote in whole.values():
        quote.speaker = speaker
        quote.save()
    refresh(whole.values())
    regroup([o for o in occurrences if o.quote_id not in whole])


def decided_wholes(occurrences: Sequence[Occurrence]) -> dict[int, Quote]:
    """The quotes with a person's decision that all their printings are to move with."""
    quotes = Quote.objects.filter(occurrences__in=occurrences).distinct().prefetch_related("occurrences")
    moving = {occurrence.pk for occurrence in occurrences}
    return {
        quote.pk: quote
        for quote in quotes
        if is_decided(quote) and moving >= {occurrence.pk for occurrence in quote.occurrences.all()}
    }


def is_decided(quote: Quote) -> bool:
    return bool(quote.locked) or any("quote" in o.locked for o in quote.occurrences.all())


def group_quotes(quotes: Sequence[Quote], kept: Quote, *, by=None, reason: str = "") -> Move:
    """Make one quote of several, for good: their addresses lead to the one that is kept."""
    others = [quote for quote in quotes if quote.pk != kept.pk]
    if not others:
        raise DecisionError("Choose two quotes or more: one alone is a group already.")
    if any(quote.status == Quote.Status.WITHDRAWN for quote in [*others, kept]):
        raise DecisionError("One of them is withdrawn: restore it first, or leave it out.")
    members = list(whole(Occurrence.objects.filter(quote__in=[*others, kept])))
    move = Move(kind=Move.Kind.GROUP, quote=kept, reason=reason, made_by=by)
    with recorded(move, members):
        place(members, kept)
        for quote in others:
            quote.merged_into = kept
            quote.save()
        Fingerprint.objects.filter(quote__in=others).delete()
        refresh([kept])
    return move


def ungroup(occurrences: Sequence[Occurrence], *, by=None, reason: str = "") -> Move:
    """Make a quote of its own of some printings of one quote."""
    quote = only_quote(occurrences)
    first = occurrences[0]
    move = Move(kind=Move.Kind.UNGROUP, reason=reason, made_by=by)
    with recorded(move, occurrences):
        parted = Quote(speaker=first.speaker, text=first.exact, kind=first.kind, occasion=quote.occasion)
        if quote.status in DECIDED:  # what is hidden does not come out by being parted
            parted.status, parted.reason, parted.locked = quote.status, quote.reason, quote.locked
        parted.save()
        place(occurrences, parted)
        refresh([quote, parted])
        move.quote = parted
    return move


def only_quote(occurrences: Sequence[Occurrence]) -> Quote:
    if len({occurrence.quote_id for occurrence in occurrences}) != 1:
        raise DecisionError("Choose printings of one quote.")
    quote = occurrences[0].quote
    if quote.occurrences.count() == len(occurrences):
        raise DecisionError("Leave at least one printing: a quote cannot part from itself.")
    return quote


def place(occurrences: Iterable[Occurrence], quote: Quote) -> None:
    """Put printings under a quote where the machine leaves them."""
    for occurrence in occurrences:
        occurrence.quote = quote
        occurrence.locked = sorted({*occurrence.locked, "quote"})
        occurrence.save()


def whole(occurrences):
    """With what moving and saving them reads."""
    return occurrences.select_related("article", "reading__capture", "quote", "speaker").order_by("pk")


def undo(move: Move, by=None, reason: str = "") -> Undone:
    """Bring everything back to what it was; what was moved again since stays.

    Raises ``UndoError`` if it is undone already.
    """
    if move.undone_at:
        raise UndoError("This is undone already.")
    with transaction.atomic(), accounted(by, f"undone: {move}", reason):
        return bring_back(move, by)


def bring_back(move: Move, by) -> Undone:
    members = list(whole(Occurrence.objects.filter(pk__in=map(int, move.before["occurrences"]))))
    back = [o for o in members if (o.quote_id, o.speaker_id) == place_after(move, o)]
    left = {occurrence.quote for occurrence in back}
    former = restored_quotes(move, back)
    for occurrence in back:
        restore_fields(occurrence, move.before["occurrences"][str(occurrence.pk)])
    lead_back(move, left - set(former))
    unmerge(move)
    unmake(move)
    refresh([*former, *left])
    move.undone_by, move.undone_at = by, timezone.now()
    move.save()
    return Undone(len(back), len(members) - len(back))


def place_after(move: Move, occurrence: Occurrence) -> tuple[int, int | None]:
    after = move.after[str(occurrence.pk)]
    return after["quote_id"], after["speaker_id"]


def restored_quotes(move: Move, back: Iterable[Occurrence]) -> list[Quote]:
    wanted = {move.before["occurrences"][str(occurrence.pk)]["quote_id"] for occurrence in back}
    quotes = list(Quote.objects.filter(pk__in=wanted))
    for quote in quotes:
        restore_fields(quote, move.before["quotes"][str(quote.pk)])
    return quotes


def restore_fields(row: Quote | Occurrence, fields: dict) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def lead_back(move: Move, quotes: Iterable[Quote]) -> None:
    """A quote that the move had made, and that is empty now, leads to where its words are again."""
    origin = {row["quote_id"]: move.before["occurrences"][pk]["quote_id"] for pk, row in move.after.items()}
    for quote in quotes:
        if not quote.occurrences.exists():
            quote.merged_into_id = origin[quote.pk]
            quote.save()


def unmake(move: Move) -> None:
    """A speaker whom the split made, and who has said nothing else since, leads to the former."""
    made = move.speaker if move.before.get("made") else None
    if made is None or made.merged_into_id or made.occurrences.exists():
        return
    for alias in made.aliases.all():
        alias.delete()
    made.merged_into = move.former_speaker
    made.save()


def unmerge(move: Move) -> None:
    """Make the speaker stand again, and take from the other the names and roles that came with the merge."""
    if move.kind != Move.Kind.MERGE or move.former_speaker is None or move.speaker is None:
        return
    move.former_speaker.merged_into = None
    move.former_speaker.save()
    Duplicate.objects.merged().about(move.former_speaker).update(state=Duplicate.State.OPEN)
    for alias in move.speaker.aliases.filter(pk__in=move.before["aliases"]):
        alias.delete()
    for role in move.speaker.roles.filter(pk__in=move.before["roles"]):
        role.delete()
