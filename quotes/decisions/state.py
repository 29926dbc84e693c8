"""The rows that a decision touches, before and after it: the difference is what undoing takes back."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from quotes.models import Occurrence, Quote, ReviewItem

FIELDS: dict[Any, tuple[str, ...]] = {
    Quote: ("status", "reason", "locked", "merged_into_id", "speaker_id", "kind", "text"),
    Occurrence: (
        "quote_id",
        "review",
        "locked",
        "speaker_id",
        "speaker_name",
        "segments",
        "start",
        "end",
        "exact",
        "prefix",
        "suffix",
    ),
    ReviewItem: ("state", "decided_by_id"),
}
MODELS: dict[str, Any] = {model.__name__: model for model in FIELDS}

State = dict[tuple[str, int], dict[str, Any]]


def state_of(quote_ids: Iterable[int]) -> State:
    """These quotes, their occurrences and what is asked about them."""
    ids = list(quote_ids)
    quotes, printed = Quote.objects.filter(pk__in=ids), Occurrence.objects.filter(quote__in=ids)
    rows = [*quotes, *printed, *items_about(ids)]
    return {(type(row).__name__, row.pk): values(row) for row in rows}


def items_about(quote_ids: Iterable[int]):
    ids = list(quote_ids)
    return ReviewItem.objects.filter(Q(quote__in=ids) | Q(occurrence__quote__in=ids))


def values(row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS[type(row)]}


def changes(before: State, after: State) -> list[dict[str, Any]]:
    """The fields that differ, as ``Decision.changes`` keeps them; what is in ``after`` alone was made."""
    found = []
    for (model, pk), now in after.items():
        was = before.get((model, pk))
        fields = {name: [was[name], now[name]] for name in now if was and was[name] != now[name]}
        if fields or was is None:
            found.append({"model": model, "pk": pk, "made": was is None, "fields": fields})
    return found
