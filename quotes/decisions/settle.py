"""Confirming, rejecting and disputing quotes as they are: of one or of many in the same few statements."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from archive.rows import save_alike
from quotes.grouping import refresh
from quotes.models import Decision, Occurrence, Quote, ReviewItem
from quotes.search.outbox import mark
from quotes.withholding import withhold

from .choice import Choice
from .state import changes, states_of

STATUSES: dict[str, str] = {
    Decision.Kind.CONFIRM: Quote.Status.CONFIRMED,
    Decision.Kind.REJECT: Quote.Status.REJECTED,
    Decision.Kind.DISPUTE: Quote.Status.DISPUTED,
}
DECIDED = ("status", "speaker", "text", "kind")


def settle_many(printings: Sequence[Occurrence], choice: Choice, by, batch=None) -> list[Decision]:
    """Do what was chosen about the quotes of these printings, one of each, which are locked."""
    quotes = [printed.quote for printed in printings]
    ids = [quote.pk for quote in quotes]
    before = states_of(ids)
    review(printings, ids, choice.kind)
    if choice.kind == Decision.Kind.DISPUTE:
        for quote in quotes:
            quote.reason = choice.why.strip()
            lock(quote, "reason")
    close_items(ids, by)
    give_status(quotes, STATUSES[choice.kind])
    if choice.kind == Decision.Kind.REJECT:
        refresh(quotes)  # rejected printings no longer count
    after = states_of(ids)
    return Decision.objects.bulk_create(
        Decision(
            kind=choice.kind,
            quote=printed.quote,
            occurrence=printed,
            why=choice.why.strip(),
            by=by,
            batch=batch,
            changes=changes(before[printed.quote_id], after[printed.quote_id]),
        )
        for printed in printings
    )


def review(printings: Sequence[Occurrence], quote_ids: Sequence[int], kind: str) -> None:
    """Confirmed are the words and speaker of this printing alone; what is no quote is none anywhere."""
    if kind == Decision.Kind.CONFIRM:
        seen = Occurrence.objects.filter(pk__in=[printed.pk for printed in printings])
        seen.update(review=Occurrence.Review.CONFIRMED)
    if kind == Decision.Kind.REJECT:
        Occurrence.objects.filter(quote__in=quote_ids).update(review=Occurrence.Review.REJECTED)


def give_status(quotes: Sequence[Quote], status: str) -> None:
    """By a person: the machine never changes it again. With nothing asked about it, it waits for nobody."""
    now = timezone.now()
    for quote in quotes:
        quote.status, quote.updated_at, quote.harm, quote.reports = status, now, 0, 0
        lock(quote, *DECIDED)
    save_alike(quotes, ["status", "reason", "locked", "updated_at", "harm", "reports"])
    withhold(quotes)
    mark(quote.pk for quote in quotes)


def lock(row: Occurrence | Quote, *names: str) -> None:
    """Fields that a person has set: the machine never changes them again."""
    row.locked = sorted({*row.locked, *names})


def close_items(quote_ids: Iterable[int], by) -> None:
    ReviewItem.objects.about(quote_ids).open().order_by().update(state=ReviewItem.State.DONE, decided_by=by)
