"""Counts over a whole result: by speaker, outlet, year, kind and topic. All exact.

Of thousands of speakers the index tells its commonest. Each of its segments counts them all, for none of them
knows which are the commonest of all; only where there is a single one may it leave out the rest.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tantivy import Query, Searcher

from quotes.search.query import FacetCount

from .clauses import either, every, term
from .labels import slug_and_name
from .listed import List, Listed, listed
from .schema import OUTLETS, TOPICS, YEARS
from .together import together

Lists = Mapping[str, List]

COMMONEST = 100  # speakers that are told, and topics of each field
SUBTRACTED = 300  # of those that are told of what a result leaves out
KNOWN, OF_A_YEAR = 500, 120  # of those that are kept, of the whole archive and of each year
ALL = 1_000_000
FIELDS = {
    "speaker": ("speaker_id",),
    "outlet": OUTLETS,
    "year": YEARS,
    "kind": ("kind",),
    "topic": TOPICS,
}
WHOLLY = FIELDS | {"topic": ("topic_ids",)}
TOLD = frozenset(["speaker_id", *TOPICS, "topic_ids"])
MORE = frozenset([OUTLETS[-1], TOPICS[-1], YEARS[-1]])  # which few quotes have
BESIDE = frozenset([*OUTLETS[:3], *TOPICS[2:]])  # these take as long to count as all others


@dataclass(frozen=True)
class Rest:
    """What a result leaves out of the archive, where this is the smaller part; ``whole`` counts both."""

    query: Query
    whole: Lists

    def complete(self, counted: Lists) -> dict[str, list[List]]:
        return {field: [self.whole[field].without(rest)] for field, rest in counted.items()}


@dataclass(frozen=True)
class Years:
    """What a result has besides the quotes of some years, which are counted already."""

    query: Query
    years: tuple[Lists, ...]

    def complete(self, counted: Lists) -> dict[str, list[List]]:
        return {field: [*(year[field] for year in self.years), rest] for field, rest in counted.items()}


@dataclass(frozen=True)
class Facets:
    """Of one result; ``quick`` to find, it may be gone through twice at once; ``by`` counts less than it."""

    searcher: Searcher
    query: Query
    quick: bool = False
    by: Rest | Years | None = None

    def count(self, wanted: tuple[str, ...], size: int) -> tuple[int, dict[str, list[FacetCount]]]:
        """How many quotes, and the commonest values of each facet; years in their order."""
        answer = self.answer({field for name in ("kind", *wanted) for field in FIELDS.get(name, ())}, size)
        facets = {name: self.facet(name, answer, size) for name in wanted if name in FIELDS}
        return sum(one.counts.total() for one in answer["kind"]), facets

    def answer(self, fields: set[str], size: int) -> dict[str, list[List]]:
        """Of each field lists that share the quotes out among them."""
        if self.by is None:
            return {field: [one] for field, one in self.counted(self.query, fields, size).items()}
        return self.by.complete(self.counted(self.by.query, fields, SUBTRACTED))

    def counted(self, query: Query, fields: set[str], size: int) -> Lists:
        """Of a quick result in two halves at once."""
        beside = fields & BESIDE
        if not (self.quick and beside):
            return counted(self.searcher, query, fields, size)
        one, other = together(
            lambda: counted(self.searcher, query, fields - beside, size),
            lambda: counted(self.searcher, query, beside, size),
        )
        return {**one, **other}

    def facet(self, name: str, answer: dict[str, list[List]], size: int) -> list[FacetCount]:
        """Of the commonest, and maybe others, as the lists tell them, unless these are too short for it."""
        lists = Listed([one for field in FIELDS[name] for one in answer[field]])
        if lists.are_sure(size):
            return self.ranked(name, lists.least, size)
        fields = WHOLLY[name]
        every_one = counted(self.searcher, self.query, fields, ALL)
        return self.ranked(name, added(every_one[field] for field in fields), size)

    def ranked(self, name: str, counts: Counter[Any], size: int) -> list[FacetCount]:
        del counts[0]
        if name == "year":
            return [FacetCount(str(year), str(year), counts[year]) for year in sorted(counts)]
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [self.named(name, key, count) for key, count in ranked[:size]]

    def named(self, name: str, key: Any, count: int) -> FacetCount:
        if name == "kind":
            return FacetCount(key, key, count)
        slug, label = slug_and_name(self.searcher, name, key)
        return FacetCount(slug, label, count)


def counted(searcher: Searcher, query: Query, fields: Iterable[str], size: int = 0) -> dict[str, List]:
    """Values of these fields with their quotes: of speakers and topics the ``size`` commonest at least."""
    wanted = frozenset(fields)
    lists = told_of(searcher, query, wanted - MORE, size) if wanted - MORE else {}
    if rare := sorted(wanted & MORE):
        having = either([term("more", field) for field in rare])
        lists |= told_of(searcher, every([query, having]), rare, size)
    return lists


def told_of(searcher: Searcher, query: Query, fields: Iterable[str], size: int) -> dict[str, List]:
    """Of all these fields in one go through the quotes."""
    most = {field: max(size, COMMONEST) + 1 if field in TOLD else ALL for field in fields}  # 0 is no value
    cut_alone = searcher.num_segments == 1
    terms = {
        field: {"terms": {"field": field, "size": size, "segment_size": size if cut_alone else ALL}}
        for field, size in most.items()
    }
    return {field: listed(answer) for field, answer in searcher.aggregate(query, terms).items()}


def told(searcher: Searcher, query: Query, size: int) -> Lists:
    """All that facets may ask for, to be kept."""
    return counted(searcher, query, {field for fields in FIELDS.values() for field in fields}, size)


def number_of(searcher: Searcher, query: Query) -> int:
    """How many quotes; every one has a kind, and counting kinds is the quickest way."""
    return counted(searcher, query, ["kind"])["kind"].counts.total()


def outlet_counts(searcher: Searcher, query: Query) -> Counter[int]:
    """Quotes of every outlet, by its id."""
    counts = added(counted(searcher, query, OUTLETS).values())
    del counts[0]
    return counts


def added(lists: Iterable[List]) -> Counter[Any]:
    """The counts of fields that share their values out among them."""
    counts: Counter[Any] = Counter()
    for one in lists:
        counts.update(one.counts)
    return counts
