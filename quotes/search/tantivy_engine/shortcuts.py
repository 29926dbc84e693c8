"""Large results, counted by what is known of the whole archive."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tantivy import Query

from quotes.search.nodes import Printed

from .clauses import between, either, every, term, unscored, without
from .facets import Lists, Rest, Years
from .question import Question

DAY = timedelta(days=1)
MOST = 0.7  # of all quotes: what more of them have in common is counted by what the others have


@dataclass(frozen=True, slots=True)
class Known:
    """Counts of one commit: of ``everything`` (None: nobody has asked for it yet), and of the quotes that
    were printed first in a ``year``.
    """

    everything: Lists | None
    year: Callable[[int], Lists]


def shortcut(asked: Question, known: Known) -> Rest | Years | None:
    """A quicker way to count the result than going through all of it, if there is one."""
    if known.everything is None or asked.asks_for_kind or any(asked.exact().values()):
        return None
    days = asked.whole
    if isinstance(days, Printed) and not days.outlet:
        years = whole_years(days, list(known.everything["first_year"].counts))
        return Years(besides(asked, days, years), tuple(map(known.year, years))) if years else None
    if asked.matcher.share(asked.whole) > MOST:
        return Rest(without(asked.but_everything().match, asked.match), known.everything)
    return None


def whole_years(days: Printed, years: list[int]) -> list[int]:
    """Those of them that lie within these days."""
    since, until = days.since or date.min, days.until or date.max
    return [y for y in sorted(years) if y and since <= date(y, 1, 1) and date(y, 12, 31) <= until]


def besides(asked: Question, days: Printed, years: list[int]) -> Query:
    """What these days find that was not printed first in the whole years among them: printed on the days
    ahead of these years or behind them, or again in one of them.
    """
    archive = asked.but_everything()
    found = [archive.found_by(edge) for edge in edges(days, years)]
    again = [term("more", "other_years"), between("other_years", years[0], years[-1])]
    inside = unscored(between("first_year", years[0], years[-1]))
    return without(either([*found, every([archive.match, *again])]), inside)


def edges(days: Printed, years: list[int]) -> Iterator[Printed]:
    """The days ahead of these years, and those behind them."""
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    if first > (days.since or date.min):
        yield Printed(since=days.since, until=first - DAY)
    if last < (days.until or date.max):
        yield Printed(since=last + DAY, until=days.until)
