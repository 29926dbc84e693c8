"""Counts over a whole result: by speaker, outlet, year, kind and topic. All exact.

Of thousands of speakers each segment of the index tells its commonest; those that may be among the commonest
of all are then counted one by one. Where that cannot be proved to find them, every speaker is counted.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tantivy import Occur, Query, Searcher

from quotes.search.query import FacetCount

from .labels import slug_and_name
from .listed import Listed, listed
from .schema import TOPICS, schema
from .together import together

COMMONEST = 1000  # speakers that a segment tells
COMMONEST_TOPICS = 100  # that it tells of each field
CANDIDATES = 20  # counted one by one, beside those that are wanted
ALL = 1_000_000
FIELDS = {
    "speaker": ("speaker_id",),
    "outlet": ("first_outlet", "other_outlets"),
    "year": ("first_year", "other_years"),
    "kind": ("kind",),
    "topic": TOPICS,
}
BESIDE = frozenset([*FIELDS["outlet"], *TOPICS[3:], "topic_ids"])  # these take as long to count as all others


@dataclass(frozen=True)
class Facets:
    """Of one result; ``quick`` to find, it may be gone through twice at once."""

    searcher: Searcher
    query: Query
    quick: bool = False

    def count(self, wanted: tuple[str, ...], size: int) -> tuple[int, dict[str, list[FacetCount]]]:
        """How many quotes, and the commonest values of each facet; years in their order."""
        answer = self.answer(fields_of(("kind", *wanted), one_segment=self.searcher.num_segments == 1))
        facets = {name: self.facet(name, answer, size) for name in wanted if name in FIELDS}
        return added([answer["kind"]]).total(), facets

    def answer(self, fields: set[str]) -> dict[str, Any]:
        """Of a quick result in two halves at once."""
        beside = fields & BESIDE
        if not (self.quick and beside):
            return self.counted(fields)
        one, other = together(lambda: self.counted(fields - beside), lambda: self.counted(beside))
        return one | other

    def counted(self, fields: set[str]) -> dict[str, Any]:
        return self.searcher.aggregate(self.query, {field: aggregation(field) for field in fields})

    def facet(self, name: str, answer: dict[str, Any], size: int) -> list[FacetCount]:
        if name == "speaker":
            return self.ranked(name, self.speakers(answer["speaker_id"], size), size)
        if name == "topic":
            return self.ranked(name, self.topics(answer, size), size)
        return self.ranked(name, added([answer[field] for field in FIELDS[name]]), size)

    def ranked(self, name: str, counts: Counter[Any], size: int) -> list[FacetCount]:
        del counts[0]
        if name == "year":
            return [FacetCount(str(year), str(year), counts[year]) for year in sorted(counts)]
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
        return number_of(self.searcher, Query.boolean_query([(Occur.Must, self.query), (Occur.Must, said)]))

    def topics(self, answer: dict[str, Any], size: int) -> Counter[int]:
        """The commonest, and maybe others: of many quotes the lists of ``TOPICS`` tell them."""
        if "topic_ids" in answer and size <= COMMONEST_TOPICS:
            return added([answer["topic_ids"]])
        told = Listed([listed(answer[field]) for field in TOPICS if field in answer])
        if told.lists and told.are_sure(size):
            return told.least()
        every = {"all": aggregation("topic_ids", max(size, COMMONEST_TOPICS))}
        return added([self.searcher.aggregate(self.query, every)["all"]])

    def named(self, name: str, key: Any, count: int) -> FacetCount:
        if name == "kind":
            return FacetCount(key, key, count)
        slug, label = slug_and_name(self.searcher, name, key)
        return FacetCount(slug, label, count)


def fields_of(facets: Iterable[str], *, one_segment: bool) -> set[str]:
    """Lists of several segments would tell nothing for sure, so that topics are counted as they stand."""
    fields = {field for name in facets for field in FIELDS.get(name, ())}
    return fields if one_segment or fields.isdisjoint(TOPICS) else fields.difference(TOPICS) | {"topic_ids"}


def number_of(searcher: Searcher, query: Query) -> int:
    """How many quotes; every one has a kind, and counting kinds is the quickest way."""
    return added([searcher.aggregate(query, {"kind": aggregation("kind")})["kind"]]).total()


def outlet_counts(searcher: Searcher, query: Query) -> Counter[int]:
    """Quotes of every outlet, by its id."""
    fields = FIELDS["outlet"]
    answer = searcher.aggregate(query, {field: aggregation(field) for field in fields})
    counts = added([answer[field] for field in fields])
    del counts[0]
    return counts


def aggregation(field: str, commonest: int | None = None) -> dict[str, Any]:
    told = {"speaker_id": COMMONEST} | dict.fromkeys([*TOPICS, "topic_ids"], COMMONEST_TOPICS)
    size = commonest or told.get(field, ALL)
    return {"terms": {"field": field, "size": size, "segment_size": ALL if field == "topic_ids" else size}}


def added(answers: list[dict[str, Any]]) -> Counter[Any]:
    """The counts of fields that share their values out among them."""
    counts: Counter[Any] = Counter()
    for answer in answers:
        for bucket in answer["buckets"]:
            key = bucket["key"]
            counts[key if isinstance(key, str) else int(key)] += bucket["doc_count"]
    return counts
