"""Large results, counted by what is known of the whole archive."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from quotes.search.nodes import Printed

from .facets import Lists, Rest, Years
from .matching import between, unscored, without
from .question import Question

MOST = 0.65  # of all quotes: what more of them have in common is counted by what the others have


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
    years = whole_years(asked, list(known.everything["first_year"].counts))
    if years:
        inside = unscored(between("first_year", years[0], years[-1]))
        return Years(without(asked.match, inside), tuple(known.year(year) for year in years))
    if asked.matcher.share(asked.whole) > MOST:
        return Rest(without(asked.but_everything().match, asked.match), known.everything)
    return None


def whole_years(asked: Question, years: list[int]) -> list[int]:
    """Those of them that lie within the days that are asked for, where nothing else is."""
    wanted = asked.whole
    if not isinstance(wanted, Printed) or wanted.outlet:
        return []
    since, until = wanted.since or date.min, wanted.until or date.max
    return [y for y in sorted(years) if y and since <= date(y, 1, 1) and date(y, 12, 31) <= until]
