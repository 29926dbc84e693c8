"""Taking decisions back: every field that they changed is as it was, unless somebody has changed it since."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from archive.history import acting, in_one_record
from archive.rows import save_alike
from quotes.errors import UndoError
from quotes.grouping import refresh
from quotes.models import Decision, Fingerprint, Occurrence, Quote
from quotes.ranking import rank

from .state import MODELS

Changes = list[dict[str, Any]]  # as ``Decision.changes`` keeps them
BY_ITSELF = {
    "quote_id",
    "segments",
    "start",
    "end",
    "exact",
}  # what ``Occurrence.save`` is to check or to tell


def undo_last(by) -> list[Decision]:
    """Take back what this user did last: one decision, or all of one batch. Raises ``UndoError``."""
    last = Decision.objects.standing().filter(by=by).order_by("-pk").first()
    if last is None:
        raise UndoError("You have decided nothing yet that could be taken back.")
    if last.batch is None:
        return undo_many([last], by)
    return undo_many(Decision.objects.standing().filter(batch=last.batch), by)


def undo(decision: Decision, by) -> Decision:
    """Take this decision back. Raises ``UndoError`` where it is undone or its rows have changed since."""
    return undo_many([decision], by)[0]


def undo_many(chosen: Iterable[Decision], by) -> list[Decision]:
    """Take back all of these, which were made in one go, or none."""
    keys = [decision.pk for decision in chosen]
    found = Decision.objects.filter(pk__in=keys)
    with transaction.atomic():
        decisions = list(found.select_for_update().order_by("-pk"))
        if any(decision.undone_at for decision in decisions):
            raise UndoError("This decision has been undone already.")
        with acting(by, f"undone: {decisions[0].get_kind_display()}"), in_one_record():
            take_back(decisions)
        found.update(undone_at=timezone.now(), undone_by=by)
    return decisions


def take_back(decisions: list[Decision]) -> None:
    changes = [change for decision in decisions for change in decision.changes]
    involved = {decision.quote_id for decision in decisions} | quotes_in(changes)
    for model in MODELS:
        restore(model, [change for change in changes if change["model"] == model])
    prefetch_related_objects(decisions, "quote")  # as they are now
    for decision in decisions:
        leave(made_by(decision), decision.quote)
    refresh(Quote.objects.filter(pk__in=involved))
    rank(involved)


def quotes_in(changes: Changes) -> set[int]:
    """Those that were changed, and those that printings went from and to."""
    changed = {change["pk"] for change in changes if change["model"] == "Quote"}
    return changed.union(*(change["fields"].get("quote_id", ()) for change in changes))


def restore(model: str, changes: Changes) -> None:
    """Give the rows of one model their fields back; raises ``UndoError`` if one has not what it was given."""
    found = MODELS[model].objects.select_for_update().filter(pk__in=[change["pk"] for change in changes])
    known = {row.pk: row for row in found}
    names = sorted({name for change in changes for name in change["fields"]})
    for change in changes:
        put_back(known.get(change["pk"]), change["fields"])
    changed = [known[change["pk"]] for change in changes if change["fields"]]
    if names and BY_ITSELF.isdisjoint(names):
        save_alike(changed, names)
    else:
        for row in changed:
            row.save()


def put_back(row: Any, fields: dict[str, list]) -> None:
    if row is None:
        raise UndoError("What was decided on is no longer in the archive.")
    if any(getattr(row, name) != now for name, (_, now) in fields.items()):
        raise UndoError(f"“{row}” has been changed since: take back the later change first.")
    for name, (before, _) in fields.items():
        setattr(row, name, before)


def made_by(decision: Decision) -> list[Quote]:
    made = [change["pk"] for change in decision.changes if change["made"] and change["model"] == "Quote"]
    return list(Quote.objects.filter(pk__in=made)) if made else []


def leave(made: list[Quote], former: Quote) -> None:
    """A quote that the decision made, and that nobody joined since, leads to the one it came from."""
    for quote in made:
        if not Occurrence.objects.filter(quote=quote).exists():
            quote.merged_into = former
            quote.save()
            Fingerprint.objects.filter(quote=quote).delete()
