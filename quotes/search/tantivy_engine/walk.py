"""A result along time, where only some printings of a quote count: those of an outlet, or of some days.

No number of a document can tell where it stands then. So time is walked in windows: what has a fitting
printing in this window, and none in the windows before it, comes next. Each window is narrowed until it holds
few enough quotes to sort them here, so the order is exact and the cost grows with the page, not with the
result.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from tantivy import Order, Query, Searcher

from .clauses import between, either, every, without
from .keys import LAST_ID, unpacked
from .paging import Place, quote_ids

GATHERED = 300  # quotes of one window that are sorted here rather than by the index
WIDER = 4
UNDATED = 0


class Printings(Protocol):
    """The printings that count."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...

    def within(self, first: int, last: int, *, few: bool) -> Query:
        """Quotes with one of them in these minutes; ``few``: checked of few quotes that are found anyway."""

    def has(self, outlet: int, minute: int) -> bool: ...


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

    ``query`` finds about ``total`` quotes, whatever their printings; those are looked for between the first
    and the last minute of ``printings``.
    """

    def __init__(
        self, searcher: Searcher, query: Query, printings: Printings, *, newest: bool, total: int
    ) -> None:
        self.searcher, self.query, self.printings, self.newest = searcher, query, printings, newest
        self.length = max(printings.last - printings.first + 1, 0)
        self.width = max(self.length * GATHERED // (2 * total + 1), 1)

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

    def places_before(self, before: Place, limit: int) -> list[Place]:
        """The ``limit`` quotes that come last ahead of a place, in their order."""
        found: list[Place] = []
        step = self.step_of(before.minute) + 1  # the last one that was not looked at
        while len(found) < limit and step > 0:
            width = 1 if step > self.length else min(self.width, step)
            window = self.look(step - width, width, None)
            if window.count > GATHERED and width > 1:
                self.width = max(width * GATHERED // (2 * window.count), 1)
                continue
            places = self.last_of(window, before, limit)
            found = [place for place in places if self.rank(place) < self.rank(before)][-limit:] + found
            if window.count < GATHERED // WIDER:
                self.width = width * WIDER
            step -= width
        return found[-limit:]

    def last_of(self, window: Window, before: Place, limit: int) -> list[Place]:
        """The places of a window; of a crowded minute the last ones ahead of a place."""
        if window.count <= GATHERED:
            return self.gathered(window)
        query = window.query
        if window.first == before.minute:
            ids = (before.quote_id + 1, LAST_ID) if self.newest else (0, max(before.quote_id - 1, 0))
            query = every([query, between("id", *ids)])
        order = Order.Asc if self.newest else Order.Desc
        hits = self.searcher.search(query, limit=limit, count=False, order_by_field="id", order=order).hits
        return [Place(window.first, quote_id) for quote_id, _ in reversed(hits)]

    def step_of(self, minute: int) -> int:
        if minute == UNDATED:
            return self.length
        return self.printings.last - minute if self.newest else minute - self.printings.first

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
        query = every([self.query, self.printings.within(first, last, few=False)])
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
            return self.printings.last - step - width + 1, self.printings.last - step
        return self.printings.first + step, self.printings.first + step + width - 1

    def seen(self, step: int, after: Place | None) -> list[Query]:
        """What came in the windows before this step, and before a place within it."""
        seen = []
        if step > 0 and self.length > 0:
            edge = min(step, self.length)
            seen.append(self.printings.within(*self.minutes(0, edge), few=True))
        if after is not None:
            ids = (after.quote_id, LAST_ID) if self.newest else (0, after.quote_id)
            shown = self.printings.within(after.minute, after.minute, few=True)
            seen.append(every([shown, between("id", *ids)]))
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
        return sorted(places, key=self.rank)

    def rank(self, place: Place) -> tuple[bool, int, int]:
        """What comes first has the lower one; what has no date comes last."""
        sign = -1 if self.newest else 1
        return place.minute == UNDATED, sign * place.minute, sign * place.quote_id

    def minute_of(self, address: Any, window: Window) -> int:
        """Of the fitting printing that counts."""
        printings = unpacked(self.searcher.doc(address).get_first("printings"))
        fitting = [
            minute
            for outlet, minute in printings
            if window.first <= minute <= window.last and self.printings.has(outlet, minute)
        ]
        return max(fitting) if self.newest else min(fitting)
