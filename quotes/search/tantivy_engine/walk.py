"""A result along time, where only some printings of a quote count: those of an outlet, or of some days.

No number of a document can tell where it stands then. So time is walked in windows: what has a fitting
printing in this window, and none in the windows before it, comes next. Each window is narrowed until it holds
few enough quotes to sort them here, so the order is exact and the cost grows with the page, not with the
result.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tantivy import Order, Query, Searcher

from .keys import LAST_ID, unpacked
from .matching import between, either, every, without
from .paging import Place, quote_ids

GATHERED = 150  # quotes of one window that are sorted here rather than by the index
WIDER = 4
UNDATED = 0

Within = Callable[[int, int], Query]
Fits = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Window:
    """The fitting quotes of these minutes; ``hits`` are all of them where ``count`` is no more than
    ``GATHERED``.
    """

    first: int
    last: int
    query: Query
    count: int
    hits: list[tuple[Any, Any]]


class Walk:
    """From the newest to the oldest minute, or back; what has no date comes last.

    ``within(first, last)`` finds quotes with a fitting printing in these minutes, ``fits(outlet, minute)``
    tells one.
    """

    def __init__(self, searcher: Searcher, query: Query, *, newest: bool, within: Within, fits: Fits) -> None:
        self.searcher, self.query, self.newest = searcher, query, newest
        self.within, self.fits = within, fits
        self.first, self.last = self.span()
        self.length = self.last - self.first + 1
        self.width = max(self.length, 1)

    def span(self) -> tuple[int, int]:
        """The minutes between which all printings of the result lie."""
        span = self.searcher.aggregate(self.query, {"span": {"stats": {"field": "printed"}}})["span"]
        return (int(span["min"]), int(span["max"])) if span["count"] else (1, 0)

    def places(self, after: Place | None, offset: int, limit: int) -> list[Place]:
        """``limit`` quotes that come ``offset`` quotes after a place."""
        found: list[Place] = []
        step = 0 if after is None else self.step_of(after.minute)
        while len(found) < limit and step <= self.length:
            window, step = self.window(step, offset, after)
            if window.count <= offset:
                offset -= window.count
            else:
                found += self.in_order(window, offset + limit - len(found))[offset:]
                offset = 0
        return found[:limit]

    def step_of(self, minute: int) -> int:
        if minute == UNDATED:
            return self.length
        return self.last - minute if self.newest else minute - self.first

    def window(self, step: int, offset: int, after: Place | None) -> tuple[Window, int]:
        """The next one, with few enough quotes to sort or to skip as a whole; and the step after it."""
        while True:
            width = min(self.width, max(self.length - step, 1))
            window = self.look(step, width, after)
            if window.count <= max(GATHERED, offset) or width == 1:
                break
            self.width = max(width * GATHERED // (2 * window.count), 1)
        if window.count < GATHERED // WIDER:
            self.width = width * WIDER
        return window, step + width

    def look(self, step: int, width: int, after: Place | None) -> Window:
        first, last = self.minutes(step, width)
        query = every([self.query, self.within(first, last)])
        seen = self.seen(step, after)
        if seen:
            query = without(query, either(seen))
        order = Order.Desc if self.newest else Order.Asc
        found = self.searcher.search(query, limit=GATHERED, order_by_field="id", order=order)
        return Window(first, last, query, found.count, found.hits)

    def minutes(self, step: int, width: int) -> tuple[int, int]:
        if step >= self.length:
            return UNDATED, UNDATED
        if self.newest:
            return self.last - step - width + 1, self.last - step
        return self.first + step, self.first + step + width - 1

    def seen(self, step: int, after: Place | None) -> list[Query]:
        """What came in the windows before this step, and before a place within it."""
        seen = []
        if step > 0 and self.length > 0:
            edge = min(step, self.length)
            seen.append(self.within(*self.minutes(0, edge)))
        if after is not None:
            ids = (after.quote_id, LAST_ID) if self.newest else (0, after.quote_id)
            seen.append(every([self.within(after.minute, after.minute), between("id", *ids)]))
        return seen

    def in_order(self, window: Window, limit: int) -> list[Place]:
        if window.count <= GATHERED:
            return self.gathered(window)
        order = Order.Desc if self.newest else Order.Asc
        hits = self.searcher.search(
            window.query, limit=limit, count=False, order_by_field="id", order=order
        ).hits
        return [Place(window.first, quote_id) for quote_id, _ in hits]

    def gathered(self, window: Window) -> list[Place]:
        ids = quote_ids(self.searcher, window.hits)
        minutes = [self.minute_of(address, window) for _, address in window.hits]
        places = [Place(minute, quote_id) for minute, quote_id in zip(minutes, ids, strict=True)]
        return sorted(places, key=lambda place: (place.minute, place.quote_id), reverse=self.newest)

    def minute_of(self, address: Any, window: Window) -> int:
        """Of the fitting printing that counts."""
        printings = unpacked(self.searcher.doc(address).get_first("printings"))
        fitting = [
            minute
            for outlet, minute in printings
            if window.first <= minute <= window.last and self.fits(outlet, minute)
        ]
        return max(fitting) if self.newest else min(fitting)
