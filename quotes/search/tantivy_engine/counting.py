"""What the index counts: the values of fields, with the quotes that have them. All exact.

Of thousands of speakers the index tells its commonest. Each of its segments counts them all, for none of them
knows which are the commonest of all; only where there is a single one may it leave out the rest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tantivy import Query, Searcher

from .clauses import either, every, term
from .listed import List, listed
from .schema import OUTLETS, TOPICS, YEARS
from .together import at_once

Fields = frozenset[str]
Lists = Mapping[str, List]

COMMONEST = 100  # values that are told of a field with thousands of them
ALL = 1_000_000
CUT = frozenset(["speaker_id", *TOPICS, "topic_ids"])  # such fields
MORE = frozenset([OUTLETS[-1], TOPICS[-1], YEARS[-1]])  # which few quotes have
BESIDE = frozenset([*OUTLETS[:3], *TOPICS[1:6]])  # these take as long to count as all others


def counted(searcher: Searcher, query: Query, fields: Iterable[str], size: int = 0) -> Lists:
    """Values of these fields with their quotes: of those that are cut the ``size`` commonest at least."""
    lists: dict[str, List] = {}
    for found, group in goes(query, frozenset(fields)):
        lists |= told_of(searcher, found, group, size)
    return lists


def counted_at_once(
    searcher: Searcher, queries: Iterable[Query], fields: Iterable[str], size: int, *, quick: bool
) -> list[Lists]:
    """Of each query, on two processors; a ``quick`` one may be asked again for every few fields."""
    made = [list(goes(query, frozenset(fields), quick=quick)) for query in queries]
    asked = [(number, go) for number, several in enumerate(made) for go in several]
    lists: list[dict[str, List]] = [{} for _ in made]
    told = at_once(lambda one: told_of(searcher, *one[1], size), asked)
    for (number, _), answer in zip(asked, told, strict=True):
        lists[number] |= answer
    return [*lists]


def goes(query: Query, fields: Fields, *, quick: bool = False) -> Iterator[tuple[Query, Fields]]:
    """Through the quotes of a result, each for some fields: what few quotes have is counted among these."""
    common, rare = fields - MORE, fields & MORE
    for group in (common - BESIDE, common & BESIDE) if quick else (common,):
        if group:
            yield query, group
    for group in [frozenset([one]) for one in sorted(rare)] if quick else [rare] * bool(rare):
        yield every([query, either([term("more", one) for one in sorted(group)])]), group


def told_of(searcher: Searcher, query: Query, fields: Fields, size: int) -> dict[str, List]:
    """Of all these fields in one go through the quotes."""
    most = {field: max(size, COMMONEST) + 1 if field in CUT else ALL for field in fields}  # 0 is no value
    cut_alone = searcher.num_segments == 1
    terms = {
        field: {"terms": {"field": field, "size": size, "segment_size": size if cut_alone else ALL}}
        for field, size in most.items()
    }
    return {field: listed(answer) for field, answer in searcher.aggregate(query, terms).items()}


def number_of(searcher: Searcher, query: Query) -> int:
    """How many quotes; every one has a kind, and counting kinds is the quickest way."""
    return counted(searcher, query, ["kind"])["kind"].counts.total()


def outlet_counts(searcher: Searcher, query: Query) -> Counter[int]:
    """Quotes of every outlet, by its id."""
    counts = added(counted(searcher, query, OUTLETS, ALL).values())
    del counts[0]
    return counts


def added(lists: Iterable[List]) -> Counter[Any]:
    """The counts of fields that share their values out among them."""
    counts: Counter[Any] = Counter()
    for one in lists:
        counts.update(one.counts)
    return counts
