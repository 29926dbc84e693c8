"""Counts over a whole result: by speaker, outlet, year, kind and topic. All exact."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tantivy import Query, Searcher

from quotes.search.query import FacetCount

from .counting import ALL, Lists, added, counted, counted_at_once
from .labels import slug_and_name
from .listed import List, Listed
from .schema import OUTLETS, TOPICS, YEARS

KNOWN, OF_A_YEAR = 500, 300  # speakers and topics that are kept, of the whole archive and of each year
FIELDS = {
    "speaker": ("speaker_id",),
    "outlet": OUTLETS,
    "year": YEARS,
    "kind": ("kind",),
    "topic": TOPICS,
}
WHOLLY = FIELDS | {"topic": ("topic_ids",)}

Known = Mapping[str, List]  # by facets


@dataclass(frozen=True)
class Sum:
    """A result as it is quicker to count: what ``known`` tells without those quotes that ``but`` finds, and
    what ``besides`` finds.
    """

    known: tuple[Known, ...] = ()
    but: Query | None = None
    besides: Query | None = None


@dataclass(frozen=True)
class Facets:
    """Of one result; ``quick`` to find, it may be gone through many times; ``sum`` is a quicker way to it."""

    searcher: Searcher
    query: Query
    quick: bool = False
    sum: Sum | None = None

    def count(self, wanted: tuple[str, ...], size: int) -> tuple[int, dict[str, list[FacetCount]]]:
        """How many quotes, and the commonest values of each facet; years in their order."""
        names = [name for name in wanted if name in FIELDS]
        listed = self.listed({"kind", *names}, size)
        return listed["kind"].counts.total(), {name: self.facet(name, listed[name], size) for name in names}

    def listed(self, names: Iterable[str], size: int) -> dict[str, Listed]:
        made = self.sum or Sum(besides=self.query)
        asked = [query for query in (made.but, made.besides) if query]
        fields = [field for name in names for field in FIELDS[name]]
        told = counted_at_once(self.searcher, asked, fields, size, quick=self.quick)
        less = told[:1] if made.but else []
        more = told[len(less) :]
        return {
            name: Listed([*(known[name] for known in made.known), *of(name, more)], of(name, less))
            for name in names
        }

    def facet(self, name: str, lists: Listed, size: int) -> list[FacetCount]:
        """Of the commonest, and maybe others, as the lists tell them, unless these are too short for it."""
        if lists.are_sure(size):
            return self.ranked(name, lists.counts, size)
        every_one = counted(self.searcher, self.query, WHOLLY[name], ALL)
        return self.ranked(name, added(every_one.values()), size)

    def ranked(self, name: str, counts: Counter[Any], size: int) -> list[FacetCount]:
        found = [(key, count) for key, count in counts.items() if key and count > 0]
        if name == "year":
            return [FacetCount(str(year), str(year), count) for year, count in sorted(found)]
        found.sort(key=lambda item: (-item[1], item[0]))
        return [self.named(name, key, count) for key, count in found[:size]]

    def named(self, name: str, key: Any, count: int) -> FacetCount:
        if name == "kind":
            return FacetCount(key, key, count)
        slug, label = slug_and_name(self.searcher, name, key)
        return FacetCount(slug, label, count)


def of(name: str, told: list[Lists]) -> list[List]:
    """The lists of one facet."""
    return [lists[field] for lists in told for field in FIELDS[name]]


def told(searcher: Searcher, query: Query, size: int) -> Known:
    """All that facets may ask for, to be kept: of speakers and topics the ``size`` commonest."""
    lists = counted(searcher, query, {field for fields in WHOLLY.values() for field in fields}, size)
    return {name: one_list([lists[field] for field in fields]) for name, fields in WHOLLY.items()}


def one_list(lists: list[List]) -> List:
    """Of one list, or of several that leave nothing out."""
    return List(added(lists), sum(one.unlisted for one in lists))
