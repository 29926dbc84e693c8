"""Counts over a whole result: by speaker, outlet, year, kind and topic. All exact.

Of thousands of speakers the index tells its commonest. Each of its segments counts them all, for none of them
knows which are the commonest of all; only where there is a single one may it leave out the rest.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tantivy import Query, Searcher

from quotes.search.query import FacetCount

from .labels import slug_and_name
from .listed import Listed, listed
from .schema import OUTLETS, TOPICS
from .together import together

COMMONEST = 100  # speakers that are told, and topics of each field
ALL = 1_000_000
FIELDS = {
    "speaker": ("speaker_id",),
    "outlet": OUTLETS,
    "year": ("first_year", "other_years"),
    "kind": ("kind",),
    "topic": TOPICS,
}
TOLD = frozenset(["speaker_id", *TOPICS, "topic_ids"])
BESIDE = frozenset([*OUTLETS[:3], *TOPICS[2:]])  # these take as long to count as all others


@dataclass(frozen=True)
class Facets:
    """Of one result; ``quick`` to find, it may be gone through twice at once."""

    searcher: Searcher
    query: Query
    quick: bool = False

    def count(self, wanted: tuple[str, ...], size: int) -> tuple[int, dict[str, list[FacetCount]]]:
        """How many quotes, and the commonest values of each facet; years in their order."""
        answer = self.answer({field for name in ("kind", *wanted) for field in FIELDS.get(name, ())}, size)
        facets = {name: self.facet(name, answer, size) for name in wanted if name in FIELDS}
        return added([answer["kind"]]).total(), facets

    def answer(self, fields: set[str], size: int) -> dict[str, Any]:
        """Of a quick result in two halves at once."""
        beside = fields & BESIDE
        if not (self.quick and beside):
            return self.counted(fields, size)
        one, other = together(lambda: self.counted(fields - beside, size), lambda: self.counted(beside, size))
        return one | other

    def counted(self, fields: Iterable[str], size: int) -> dict[str, Any]:
        return counted(self.searcher, self.query, fields, size)

    def facet(self, name: str, answer: dict[str, Any], size: int) -> list[FacetCount]:
        if name == "topic":
            return self.ranked(name, self.topics(answer, size), size)
        return self.ranked(name, added([answer[field] for field in FIELDS[name]]), size)

    def ranked(self, name: str, counts: Counter[Any], size: int) -> list[FacetCount]:
        del counts[0]
        if name == "year":
            return [FacetCount(str(year), str(year), counts[year]) for year in sorted(counts)]
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [self.named(name, key, count) for key, count in ranked[:size]]

    def topics(self, answer: dict[str, Any], size: int) -> Counter[int]:
        """The commonest, and maybe others, as the lists of ``TOPICS`` tell them."""
        told = Listed([listed(answer[field]) for field in TOPICS])
        if told.are_sure(size):
            return told.least()
        return added([self.counted(["topic_ids"], size)["topic_ids"]])

    def named(self, name: str, key: Any, count: int) -> FacetCount:
        if name == "kind":
            return FacetCount(key, key, count)
        slug, label = slug_and_name(self.searcher, name, key)
        return FacetCount(slug, label, count)


def counted(searcher: Searcher, query: Query, fields: Iterable[str], size: int = 0) -> dict[str, Any]:
    """Values of these fields with their quotes: of speakers and topics the ``size`` commonest at least."""
    most = {field: max(size, COMMONEST) + 1 if field in TOLD else ALL for field in fields}  # 0 is no value
    whole = searcher.num_segments > 1
    terms = {
        field: {"terms": {"field": field, "size": size, "segment_size": ALL if whole else size}}
        for field, size in most.items()
    }
    return searcher.aggregate(query, terms)


def number_of(searcher: Searcher, query: Query) -> int:
    """How many quotes; every one has a kind, and counting kinds is the quickest way."""
    return added([counted(searcher, query, ["kind"])["kind"]]).total()


def outlet_counts(searcher: Searcher, query: Query) -> Counter[int]:
    """Quotes of every outlet, by its id."""
    counts = added(list(counted(searcher, query, OUTLETS).values()))
    del counts[0]
    return counts


def added(answers: list[dict[str, Any]]) -> Counter[Any]:
    """The counts of fields that share their values out among them."""
    counts: Counter[Any] = Counter()
    for answer in answers:
        for bucket in answer["buckets"]:
            key = bucket["key"]
            counts[key if isinstance(key, str) else int(key)] += bucket["doc_count"]
    return counts
