"""In which order curators see the quotes: kept in ``Quote.harm``, 0 for what needs nobody."""

from collections.abc import Iterable

from django.db.models import Q

from .harm import Standing, all_reasons, harm, weight
from .models import Occurrence, Quote, ReviewItem, Speaker

PROGRAMS = ("engine", "archive")
CHANGED = "changed at source"
BATCH = 500


def rank(quote_ids: Iterable[int]) -> int:
    """Work out anew where these quotes stand in the queue; returns how many changed."""
    ids = list(quote_ids)
    return sum(rank_batch(ids[start : start + BATCH]) for start in range(0, len(ids), BATCH))


def rank_batch(ids: list[int]) -> int:
    quotes = list(Quote.objects.filter(pk__in=ids).select_related("speaker").prefetch_related("occurrences"))
    reports = reports_of(ids)
    changed = []
    for quote in quotes:
        former = quote.harm, quote.reports
        quote.reports = reports.get(quote.pk, 0)
        quote.harm = harm_of(quote, quote.occurrences.all())
        if former != (quote.harm, quote.reports):
            changed.append(quote)
    Quote.objects.bulk_update(changed, ["harm", "reports"])
    return len(changed)


def reports_of(ids: list[int]) -> dict[int, int]:
    """How many open items of readers each quote has, and of sources that contradict a person's decision."""
    items = ReviewItem.objects.open().exclude(~Q(reason=CHANGED), reporter__in=PROGRAMS)
    counts: dict[int, int] = {}
    for direct, printed in items.about(ids).values_list("quote_id", "occurrence__quote_id"):
        counts[direct or printed] = counts.get(direct or printed, 0) + 1
    return counts


def harm_of(quote: Quote, occurrences: Iterable[Occurrence]) -> float:
    """0 for what is decided, hidden or merged, unless somebody reported it."""
    if quote.merged_into_id or quote.status == Quote.Status.WITHDRAWN:
        return 0
    is_open = quote.status == Quote.Status.UNREVIEWED and quote.kind not in Quote.HIDDEN_KINDS
    if not is_open and not quote.reports:
        return 0
    return harm(
        Standing(
            weight=weight_of(quote.speaker),
            sources=quote.sources,
            confidence=quote.confidence,
            reasons=all_reasons(occurrence.reasons for occurrence in occurrences),
            reports=quote.reports,
        )
    )


def weight_of(speaker: Speaker | None) -> float:
    if speaker is None:
        return weight(None, is_known=False, is_local=False)
    return weight(speaker.kind, is_known=bool(speaker.wikidata), is_local=speaker.article_id is not None)
