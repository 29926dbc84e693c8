"""The rows that a decision touches, before and after it: the difference is what undoing takes back."""

from collections.abc import Iterable
from typing import Any

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
    return {key: row for state in states_of(quote_ids).values() for key, row in state.items()}


def states_of(quote_ids: Iterable[int]) -> dict[int, State]:
    """The same of each quote by itself, in a number of queries that does not grow with them."""
    ids = list(quote_ids)
    printed = list(Occurrence.objects.filter(quote__in=ids))
    quote_of = {occurrence.pk: occurrence.quote_id for occurrence in printed}
    rows: list[tuple[int, Any]] = [(quote.pk, quote) for quote in Quote.objects.filter(pk__in=ids)]
    rows += [(occurrence.quote_id, occurrence) for occurrence in printed]
    for item in ReviewItem.objects.about(ids):
        rows.append((item.quote_id if item.quote_id in ids else quote_of[item.occurrence_id], item))
    states: dict[int, State] = {pk: {} for pk in ids}
    for quote, row in rows:
        states[quote][type(row).__name__, row.pk] = values(row)
    return states


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
