"""Counts over a whole result: by speaker, outlet, year and kind."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tantivy import Query, Searcher

from quotes.search.nodes import Node, Printed, both, printings
from quotes.search.query import FacetCount

FIELDS = {"speaker": "speaker_label", "outlet": "outlet_label", "year": "year", "kind": "kind"}
EXACT = 1_000_000  # values that a segment may have before counts would become estimates

Count = Callable[[Printed], int]


def count_facets(
    searcher: Searcher, query: Query, wanted: tuple[str, ...], size: int
) -> dict[str, list[FacetCount]]:
    """The commonest values of each, exactly counted; years all, in their order."""
    asked = {name: aggregation(name, size) for name in wanted if name in FIELDS}
    if not asked:
        return {}
    answer = searcher.aggregate(query, asked)
    return {name: [facet_count(bucket) for bucket in answer[name]["buckets"]] for name in asked}


def aggregation(name: str, size: int) -> dict[str, Any]:
    if name == "year":
        return {"terms": {"field": "year", "size": 1000, "segment_size": EXACT, "order": {"_key": "asc"}}}
    return {"terms": {"field": FIELDS[name], "size": size, "segment_size": EXACT}}


def facet_count(bucket: dict[str, Any]) -> FacetCount:
    key = bucket["key"]
    value, _, label = (key if isinstance(key, str) else str(int(key))).partition("\t")
    return FacetCount(value, label or value, bucket["doc_count"])


def recounted(
    facets: dict[str, list[FacetCount]], node: Node | None, count: Count
) -> dict[str, list[FacetCount]]:
    """Outlets and years as narrowing to them would count: where a printing is asked for, the same one must
    fit.

    A quote that one outlet printed this year and another one last year is counted by the two facets twice,
    though no narrowing to both finds it.
    """
    asked = printings(node)
    if len(asked) != 1:
        return facets
    (printed,) = asked
    made = dict(facets)
    if "outlet" in facets and (printed.since or printed.until) and not printed.outlet:
        again = [FacetCount(o.value, o.label, count(Printed(outlet=o.value))) for o in facets["outlet"]]
        made["outlet"] = sorted((o for o in again if o.count), key=lambda o: -o.count)
    if "year" in facets:
        made["year"] = [y for year in facets["year"] if (y := recounted_year(year, printed, count)).count]
    return made


def recounted_year(year: FacetCount, printed: Printed, count: Count) -> FacetCount:
    days = Printed(since=date(int(year.value), 1, 1), until=date(int(year.value), 12, 31))
    narrowed = both(days, printed)
    if narrowed.since > narrowed.until:  # type: ignore[operator]  # both have days
        return FacetCount(year.value, year.label, 0)
    if narrowed == days:
        return year
    return FacetCount(year.value, year.label, count(narrowed))
