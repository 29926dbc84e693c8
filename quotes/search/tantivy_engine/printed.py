"""Which printings count for a query: the union of those that it asks for."""

from dataclasses import dataclass

from tantivy import Query

from quotes.search.nodes import Printed

from .clauses import either
from .matching import Matcher, minutes


@dataclass(frozen=True, slots=True)
class Wanted:
    """One demand on a printing: outlets by their ids (None: any), and a span of minutes."""

    outlets: frozenset[int] | None
    first: int
    last: int

    def fits(self, outlet: int, minute: int) -> bool:
        return self.first <= minute <= self.last and (self.outlets is None or outlet in self.outlets)


@dataclass(frozen=True, slots=True)
class AskedFor:
    """Implements ``walk.Printings``: between ``first`` and ``last`` all of them lie."""

    matcher: Matcher
    asked: list[Printed]
    wanted: list[Wanted]
    first: int
    last: int

    def within(self, first: int, last: int, *, few: bool) -> Query:
        return either([self.matcher.printed_within(one, first, last, few=few) for one in self.asked])

    def has(self, outlet: int, minute: int) -> bool:
        return any(one.fits(outlet, minute) for one in self.wanted)


def asked_for(matcher: Matcher, asked: list[Printed]) -> AskedFor:
    wanted = [wanted_by(matcher, printed) for printed in asked]
    earliest, latest = matcher.standing.span
    first = max(min(one.first for one in wanted), earliest)
    last = min(max(one.last for one in wanted), latest)
    return AskedFor(matcher, asked, wanted, first, last)


def wanted_by(matcher: Matcher, printed: Printed) -> Wanted:
    first, last = minutes(printed)
    chosen = matcher.chosen(printed.outlet) if printed.outlet else None
    outlets = None if chosen is None else frozenset(outlet.key for outlet in chosen)
    return Wanted(outlets, first, last)
