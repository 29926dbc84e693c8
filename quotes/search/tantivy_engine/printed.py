"""Which printings count for a query: the union of those that it asks for."""

from dataclasses import dataclass

from tantivy import Query

from quotes.search.nodes import Printed

from .matching import Matcher, either, minutes


@dataclass(frozen=True)
class AskedFor:
    """Implements ``walk.Printings``: between ``first`` and ``last`` all of them lie."""

    matcher: Matcher
    asked: list[Printed]
    first: int
    last: int

    def within(self, first: int, last: int, *, few: bool) -> Query:
        return either([self.matcher.printed_within(one, first, last, few=few) for one in self.asked])

    def has(self, outlet: int, minute: int) -> bool:
        return any(self.fits(one, outlet, minute) for one in self.asked)

    def fits(self, printed: Printed, outlet: int, minute: int) -> bool:
        first, last = minutes(printed)
        outlets = (
            {chosen.key for chosen in self.matcher.chosen(printed.outlet)} if printed.outlet else {outlet}
        )
        return outlet in outlets and first <= minute <= last


def asked_for(matcher: Matcher, asked: list[Printed]) -> AskedFor:
    span = matcher.standing.span
    spans = [minutes(one) for one in asked]
    first = max(min(first for first, _ in spans), span[0])
    last = min(max(last for _, last in spans), span[1])
    return AskedFor(matcher, asked, first, last)
