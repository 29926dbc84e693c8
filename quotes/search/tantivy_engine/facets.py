"""Counts over a whole result: by speaker, outlet, year and kind. All exact.

Of thousands of speakers each segment of the index tells its commonest; those that may be among the commonest
of all are then counted one by one. Where that cannot be proved to find them, every speaker is counted.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tantivy import Occur, Query, Searcher

from quotes.search.nodes import Node, Printed, both, printings
from quotes.search.query import FacetCount

from .labels import slug_and_name
from .schema import schema

COMMONEST = 1000  # speakers that a segment tells
CANDIDATES = 20  # counted one by one, beside those that are wanted
ALL = 1_000_000
FIELDS = {
    "speaker": ("speaker_id",),
    "outlet": ("first_outlet", "other_outlets"),
    "year": ("first_year", "other_years"),
    "kind": ("kind",),
}
Count = Callable[[Printed], int]


@dataclass(frozen=True)
class Facets:
    """Of one result."""

    searcher: Searcher
    query: Query

    def count(self, wanted: tuple[str, ...], size: int) -> dict[str, list[FacetCount]]:
        """The commonest values of each, years in their order."""
        fields = [field for name in wanted for field in FIELDS.get(name, ())]
        if not fields:
            return {}
        answer = self.searcher.aggregate(self.query, {field: aggregation(field) for field in fields})
        return {name: self.facet(name, answer, size) for name in wanted if name in FIELDS}

    def facet(self, name: str, answer: dict[str, Any], size: int) -> list[FacetCount]:
        if name == "speaker":
            counts = self.speakers(answer["speaker_id"], size)
        else:
            counts = added([answer[field] for field in FIELDS[name]])
        if name == "year":
            return [FacetCount(str(year), str(year), counts[year]) for year in sorted(counts) if year]
        del counts[0]
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [self.named(name, key, count) for key, count in ranked[:size]]

    def speakers(self, answer: dict[str, Any], size: int) -> Counter[int]:
        counts = added([answer])
        missed = answer["doc_count_error_upper_bound"]
        if missed == 0 or self.searcher.num_segments == 1:
            return counts
        ranked = counts.most_common()
        exact = Counter({key: self.with_speaker(key) for key, _ in ranked[: size + CANDIDATES]})
        best_of_others = missed + (ranked[size + CANDIDATES][1] if len(ranked) > size + CANDIDATES else 0)
        if sorted(exact.values(), reverse=True)[size - 1 : size] > [best_of_others]:
            return exact
        return added([self.searcher.aggregate(self.query, {"all": aggregation("speaker_id", ALL)})["all"]])

    def with_speaker(self, key: int) -> int:
        said = Query.term_query(schema(), "speaker_id", key)
        both_ = Query.boolean_query([(Occur.Must, self.query), (Occur.Must, said)])
        return self.searcher.search(both_, limit=1, order_by_field="id").count

    def named(self, name: str, key: Any, count: int) -> FacetCount:
        if name == "kind":
            return FacetCount(key, key, count)
        slug, label = slug_and_name(self.searcher, name, key)
        return FacetCount(slug, label, count)


def outlet_counts(searcher: Searcher, query: Query) -> Counter[int]:
    """Quotes of every outlet, by its id."""
    fields = FIELDS["outlet"]
    answer = searcher.aggregate(query, {field: aggregation(field) for field in fields})
    counts = added([answer[field] for field in fields])
    del counts[0]
    return counts


def aggregation(field: str, commonest: int | None = None) -> dict[str, Any]:
    size = commonest or (COMMONEST if field == "speaker_id" else ALL)
    return {"terms": {"field": field, "size": size, "segment_size": size}}


def added(answers: list[dict[str, Any]]) -> Counter[Any]:
    """The counts of fields that share their values out among them."""
    counts: Counter[Any] = Counter()
    for answer in answers:
        for bucket in answer["buckets"]:
            key = bucket["key"]
            counts[key if isinstance(key, str) else int(key)] += bucket["doc_count"]
    return counts


def recounted(
    facets: dict[str, list[FacetCount]], node: Node | None, count: Count
) -> dict[str, list[FacetCount]]:
    """Outlets and years as narrowing to them would count: where a printing is asked for, the same one must
    fit.

    A quote that one outlet printed this year and another one last year is counted for both outlets and both
    years, though nothing is found by narrowing to the first outlet and last year.
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
    first, last = date(int(year.value), 1, 1), date(int(year.value), 12, 31)
    narrowed = both(Printed(since=first, until=last), printed)
    since, until = narrowed.since or first, narrowed.until or last
    if since > until:
        return FacetCount(year.value, year.label, 0)
    if (since, until) == (first, last) and not printed.outlet:
        return year
    return FacetCount(year.value, year.label, count(narrowed))
