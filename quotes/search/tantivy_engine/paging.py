"""Pages of a result: by relevance, or by a number of the document that tells where it stands in time.

A cursor names the quote at the edge of a page, and where it stood: its minute, or in a ranking its place. So
the next page begins behind that quote, and the page before ends ahead of it, though new ones have come in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tantivy import Order, Query, Searcher

from quotes.search.errors import CursorError
from quotes.search.query import Hit

from .clauses import between, every
from .keys import ID_BITS, LAST_ID, LAST_MINUTE, place_in_time

CURSOR = re.compile(r"(?P<sort>[rno])(?P<back>-?)(?P<number>[0-9a-f]{1,8})\.(?P<id>[0-9a-f]{1,9})")
DRIFT = 50  # places that a quote may have moved in the ranking while somebody looked at a page


@dataclass(frozen=True, slots=True)
class Place:
    """A minute (in a ranking: how many come before) and a quote."""

    minute: int
    quote_id: int

    def cursor(self, sort: str, *, back: bool = False) -> str:
        return f"{sort[0]}{'-' * back}{self.minute:x}.{self.quote_id:x}"


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a page begins, or with ``back`` where it ends: next to this quote."""

    place: Place
    back: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    hits: list[Hit]
    next_cursor: str | None
    previous_cursor: str | None = None


def read_cursor(cursor: str, sort: str) -> Edge:
    """Raises ``CursorError`` unless a page of this sort gave it out."""
    match = CURSOR.fullmatch(cursor)
    if match is None or match["sort"] != sort[0]:
        raise CursorError("This page does not exist: begin with the first one.")
    number, quote_id = int(match["number"], 16), int(match["id"], 16)
    return Edge(Place(min(number, LAST_MINUTE), min(quote_id, LAST_ID)), bool(match["back"]))


def quote_ids(searcher: Searcher, hits: list[tuple[Any, Any]]) -> list[int]:
    return searcher.fast_field_values("id", [address for _, address in hits])


def by_relevance(searcher: Searcher, query: Query, offset: int, size: int) -> Page:
    """``size`` quotes, ``offset`` further down; one more is fetched to know whether there is a next page."""
    found = searcher.search(query, limit=size + 1, offset=offset, count=False, weight_by_field="weight").hits
    ids = quote_ids(searcher, found)
    hits = [Hit(quote_id, score) for (score, _), quote_id in zip(found, ids, strict=True)]
    places = [Place(offset + number, quote_id) for number, quote_id in enumerate(ids)]
    cursors = edges(places[:size], "relevance", before=offset > 0, after=len(places) > size)
    return Page(hits[:size], *cursors)


def along_time(places: Sequence[Place], sort: str, size: int, edge: Edge | None, offset: int = 0) -> Page:
    """``size`` of these places behind (or ahead of) an edge; one more tells that there are others."""
    more = len(places) > size
    back = edge is not None and edge.back
    shown = list(places[-size:] if back else places[:size])
    cursors = edges(shown, sort, before=more if back else bool(edge or offset), after=back or more)
    return Page([Hit(place.quote_id) for place in shown], *cursors)


def edges(places: list[Place], sort: str, *, before: bool, after: bool) -> tuple[str | None, str | None]:
    """The cursors of the next page and of the one before, where there are such."""
    following = places[-1].cursor(sort) if places and after else None
    return following, places[0].cursor(sort, back=True) if places and before else None


def by_number(searcher: Searcher, query: Query, sort: str, edge: Edge | None, offset: int, size: int) -> Page:
    """In order of the newest (or oldest) of all printings."""
    back = edge is not None and edge.back
    if edge is not None:
        query = every([query, beyond(sort, edge)])
    order = Order.Desc if (sort == "newest") != back else Order.Asc
    found = searcher.search(
        query, limit=size + 1, offset=offset, count=False, order_by_field=sort, order=order
    ).hits
    places = [Place(number >> ID_BITS, number & LAST_ID) for number, _ in found]
    return along_time(places[::-1] if back else places, sort, size, edge, offset)


def beyond(sort: str, edge: Edge) -> Query:
    number = place_in_time(edge.place.minute, edge.place.quote_id)
    if (sort == "newest") != edge.back:
        return between(sort, 0, max(number - 1, 0))
    return between(sort, number + 1, place_in_time(LAST_MINUTE, LAST_ID))
