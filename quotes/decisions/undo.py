"""Taking a decision back: every field that it changed is as it was, unless somebody has changed it since."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from archive.history import acting
from quotes.errors import UndoError
from quotes.grouping import refresh
from quotes.models import Decision, Fingerprint, Occurrence, Quote
from quotes.ranking import rank

from .state import MODELS


def undo_last(by) -> list[Decision]:
    """Take back what this user did last: one decision, or all of one batch. Raises ``UndoError``."""
    last = Decision.objects.standing().filter(by=by).order_by("-pk").first()
    if last is None:
        raise UndoError("You have decided nothing yet that could be taken back.")
    if last.batch is None:
        return [undo(last, by)]
    batch = Decision.objects.standing().filter(batch=last.batch).order_by("-pk")
    with transaction.atomic():
        return [undo(decision, by) for decision in batch]


def undo(decision: Decision, by) -> Decision:
    """Take this decision back. Raises ``UndoError`` where it is undone or its rows have changed since."""
    with transaction.atomic(), acting(by, f"undone: {decision.get_kind_display()}"):
        decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
        if decision.undone_at:
            raise UndoError("This decision has been undone already.")
        rows = [(row, change) for change in decision.changes if (row := row_of(change))]
        for row, change in rows:
            restore(row, change["fields"])
        involved = {decision.quote_id, *(row.pk for row, _ in rows if isinstance(row, Quote))}
        leave(made_by(decision), decision.quote)
        refresh(Quote.objects.filter(pk__in=involved))
        rank(involved)
        decision.undone_at, decision.undone_by = timezone.now(), by
        decision.save()
    return decision


def row_of(change: dict[str, Any]):
    """The row, locked; raises ``UndoError`` unless it still has what the decision gave it."""
    row = MODELS[change["model"]].objects.select_for_update().filter(pk=change["pk"]).first()
    if row is None:
        raise UndoError("What was decided on is no longer in the archive.")
    if any(getattr(row, name) != now for name, (_, now) in change["fields"].items()):
        raise UndoError(f"“{row}” has been changed since: take back the later change first.")
    return row


def restore(row, fields: dict[str, list]) -> None:
    for name, (before, _) in fields.items():
        setattr(row, name, before)
    if fields:
        row.save()


def made_by(decision: Decision) -> list[Quote]:
    made = [change["pk"] for change in decision.changes if change["made"] and change["model"] == "Quote"]
    return list(Quote.objects.filter(pk__in=made))


def leave(made: list[Quote], former: Quote) -> None:
    """A quote that the decision made, and that nobody joined since, leads to the one it came from."""
    for quote in made:
        if not Occurrence.objects.filter(quote=quote).exists():
            quote.merged_into = former
            quote.save()
            Fingerprint.objects.filter(quote=quote).delete()
