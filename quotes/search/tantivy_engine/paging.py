"""Pages of a result: by relevance, or by a number of the document that tells where it stands in time."""

import re
from dataclasses import dataclass
from typing import Any

from tantivy import Order, Query, Searcher

from quotes.search.errors import CursorError
from quotes.search.query import Hit

from .keys import ID_BITS, LAST_ID, LAST_MINUTE, place_in_time
from .matching import between, every

CURSOR = re.compile(r"(?P<sort>[rno])(?P<minute>[0-9a-f]{1,8})(?:\.(?P<id>[0-9a-f]{1,9}))?")


@dataclass(frozen=True, slots=True)
class Place:
    """A minute and a quote: where one page ended."""

    minute: int
    quote_id: int

    def cursor(self, sort: str) -> str:
        return f"{sort[0]}{self.minute:x}.{self.quote_id:x}"


@dataclass(frozen=True, slots=True)
class Page:
    hits: list[Hit]
    next_cursor: str | None


def read_cursor(cursor: str, sort: str) -> tuple[int, int]:
    """Its two numbers. Raises ``CursorError`` unless a page of this sort gave it out."""
    match = CURSOR.fullmatch(cursor)
    if match is None or match["sort"] != sort[0]:
        raise CursorError("This page does not exist: begin with the first one.")
    return min(int(match["minute"], 16), LAST_MINUTE), min(int(match["id"] or "0", 16), LAST_ID)


def quote_ids(searcher: Searcher, hits: list[tuple[Any, Any]]) -> list[int]:
    return searcher.fast_field_values("id", [address for _, address in hits])


def by_relevance(searcher: Searcher, query: Query, offset: int, size: int) -> Page:
    """``size`` quotes, ``offset`` further down; one more is fetched to know whether there is a next page."""
    found = searcher.search(query, limit=size + 1, offset=offset, count=False, weight_by_field="weight").hits
    ids = quote_ids(searcher, found)
    hits = [Hit(quote_id, score) for (score, _), quote_id in zip(found, ids, strict=True)]
    return Page(hits[:size], f"r{offset + size:x}" if len(hits) > size else None)


def along_time(places: list[Place], sort: str, size: int) -> Page:
    """``size`` of these places; one more tells that there is a next page."""
    more = places[size - 1].cursor(sort) if len(places) > size else None
    return Page([Hit(place.quote_id) for place in places[:size]], more)


def by_number(
    searcher: Searcher, query: Query, sort: str, after: Place | None, offset: int, size: int
) -> Page:
    """In order of the newest (or oldest) of all printings."""
    if after is not None:
        query = every([query, beyond(sort, after)])
    order = Order.Desc if sort == "newest" else Order.Asc
    found = searcher.search(
        query, limit=size + 1, offset=offset, count=False, order_by_field=sort, order=order
    ).hits
    places = [Place(number >> ID_BITS, number & LAST_ID) for number, _ in found]
    return along_time(places, sort, size)


def beyond(sort: str, after: Place) -> Query:
    number = place_in_time(after.minute, after.quote_id)
    if sort == "newest":
        return between("newest", 0, max(number - 1, 0))
    return between("oldest", number + 1, place_in_time(LAST_MINUTE, LAST_ID))
