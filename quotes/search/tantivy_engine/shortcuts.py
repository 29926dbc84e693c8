"""Large results, counted by what is known of the whole archive."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tantivy import Query

from quotes.search.nodes import Printed

from .clauses import between, either, every, term, unscored, without
from .facets import Known, Sum
from .keys import LAST_MINUTE
from .question import Question

DAY = timedelta(days=1)
FIRST, LAST = date.min + DAY, date.max - DAY  # so that there is a day before and after
HALF = 0.5  # of a year: what more of it is asked for is counted by what is not
MOST = 0.7  # of all quotes: what more of them have in common is counted by what the others have


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of one commit: of ``everything`` (None: nobody has asked for it yet), and of the quotes that
    were printed first in a ``year``.
    """

    everything: Known | None
    year: Callable[[int], Known]


def shortcut(asked: Question, known: Counted) -> Sum | None:
    """A quicker way to count the result than going through all of it, if there is one."""
    if known.everything is None or asked.asks_for_kind or any(asked.exact().values()):
        return None
    days = asked.whole
    if isinstance(days, Printed) and not days.outlet:
        span = max(days.since or FIRST, FIRST), min(days.until or LAST, LAST)
        return by_years(Days(asked, *span), known.everything, known.year)
    if asked.matcher.share(asked.whole) > MOST:
        return Sum((known.everything,), but=without(asked.but_everything().match, asked.match))
    return None


def by_years(days: "Days", known: Known, of_year: Callable[[int], Known]) -> Sum | None:
    """By the years that are mostly within the days."""
    years = [year for year in sorted(known["year"].counts) if year and days.share(year) > HALF]
    if not years:
        return None
    return Sum(tuple(map(of_year, years)), days.left_out(years), days.besides(years))


@dataclass(frozen=True)
class Days:
    """What was printed on some days, as ``asked`` for."""

    asked: Question
    since: date
    until: date

    @cached_property
    def archive(self) -> Question:
        return self.asked.but_everything()

    def share(self, year: int) -> float:
        """The part of this year that they are."""
        first, last = bounds(year)
        return ((min(self.until, last) - max(self.since, first)).days + 1) / ((last - first).days + 1)

    def besides(self, years: list[int]) -> Query:
        """What they find that was not printed first in any year from the first to the last of these: printed
        on the days ahead of these years or behind them, or again in one of them.
        """
        first, last = bounds(years[0])[0], bounds(years[-1])[1]
        found = self.printed((self.since, first - DAY), (last + DAY, self.until))
        again = [term("more", "other_years"), between("other_years", years[0], years[-1]), self.fitting()]
        inside = unscored(between("first_year", years[0], years[-1]))
        return without(either([*found, every([self.archive.match, *again])]), inside)

    def left_out(self, years: list[int]) -> Query | None:
        """What was printed first in one of these years, but on none of the days; None: no quote can be."""
        first, last = bounds(years[0])[0], bounds(years[-1])[1]
        found = self.printed((first, self.since - DAY), (self.until + DAY, last))
        if not found:
            return None
        inside = unscored(between("first_year", years[0], years[-1]))
        return without(every([either(found), inside]), self.fitting())

    def printed(self, *spans: tuple[date, date]) -> list[Query]:
        """Quotes printed from the first to the last day of each span, if it has any."""
        return [self.archive.found_by(Printed("", *span)) for span in spans if span[0] <= span[1]]

    def fitting(self) -> Query:
        """Of few quotes those that were printed on these days."""
        return self.asked.matcher.printed_within(
            Printed("", self.since, self.until), 0, LAST_MINUTE, few=True
        )


def bounds(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
