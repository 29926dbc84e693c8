"""Taking a quote back from the public, and giving it again. Its address tells why; nothing is deleted."""

from django.db import transaction

from archive.history import records_of

from .errors import DecisionError, ReasonMissingError
from .models import Quote


@transaction.atomic
def withdraw(quote: Quote, reason: str) -> None:
    """Hide the words everywhere; ``reason`` is what readers are told at the quote's address.

    Raises ``ReasonMissingError`` without a reason.
    """
    if not reason.strip():
        raise ReasonMissingError("Say why: readers who follow a link to the quote are told.")
    decide(quote, Quote.Status.WITHDRAWN, reason.strip())


@transaction.atomic
def restore(quote: Quote) -> None:
    """Give a withdrawn quote the status and reason that it had before; without a history it is unreviewed."""
    if quote.status != Quote.Status.WITHDRAWN:
        raise DecisionError("This quote is not withdrawn.")
    decide(quote, *before_withdrawal(quote))


def before_withdrawal(quote: Quote) -> tuple[str, str]:
    """The status, and its reason, that the history of a withdrawn quote knows last."""
    records = records_of(Quote).filter(id=quote.pk).exclude(status=Quote.Status.WITHDRAWN)
    last = records.order_by("history_id").last()
    return (last.status, last.reason) if last else (Quote.Status.UNREVIEWED, "")


def decide(quote: Quote, status: str, reason: str) -> None:
    """Set a person's decision: the machine never changes it again."""
    quote.status, quote.reason = status, reason
    quote.locked = sorted({*quote.locked, "status", "reason"})
    quote.save()
