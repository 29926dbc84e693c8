"""What holds for a whole commit of the index, read once."""

from dataclasses import dataclass

from tantivy import Query, Searcher

from quotes.search.stems import base_language

from .counting import outlet_counts
from .labels import slug_and_name


@dataclass(frozen=True, slots=True)
class Outlet:
    key: int
    slug: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Languages (those with a stemmer, and "" if there are others), outlets by their number of quotes, and
    the minutes between which all printings lie.
    """

    languages: tuple[str, ...]
    outlets: tuple[Outlet, ...]
    span: tuple[int, int]


def standing(searcher: Searcher) -> Standing:
    tags = [tag for tag, _ in searcher.terms_with_prefix("language", "")]
    languages = sorted({base_language(tag) for tag in tags}) or [""]
    return Standing(tuple(languages), outlets(searcher), span(searcher))


def outlets(searcher: Searcher) -> tuple[Outlet, ...]:
    counts = outlet_counts(searcher, Query.all_query()).most_common()
    return tuple(Outlet(key, *slug_and_name(searcher, "outlet", key), count) for key, count in counts)


def span(searcher: Searcher) -> tuple[int, int]:
    stats = searcher.aggregate(Query.all_query(), {"span": {"stats": {"field": "printed"}}})["span"]
    return (int(stats["min"]), int(stats["max"])) if stats["count"] else (1, 0)
