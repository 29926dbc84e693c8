"""Outlets and years of a result where a printing is asked for: as narrowing to them would count.

A quote that one outlet printed this year and another one last year is counted for both outlets and both
years, though nothing is found by narrowing to the first outlet and last year. So the same printing has to
fit.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tantivy import Query, Searcher

from quotes.search.nodes import Printed, both
from quotes.search.query import FacetCount

from .keys import unpacked, year_of
from .printed import AskedFor
from .together import at_once

Count = Callable[[Printed], int]


def gathered(searcher: Searcher, query: Query, asked: AskedFor) -> dict[str, Counter[int]]:
    """Counted from the printings of every single quote of the result."""
    outlets: Counter[int] = Counter()
    years: Counter[int] = Counter()
    for _, address in searcher.search(query, limit=searcher.num_docs, order_by_field="id").hits:
        printings = unpacked(searcher.doc(address).get_first("printings"))
        fitting = [(outlet, minute) for outlet, minute in printings if asked.has(outlet, minute)]
        outlets.update({outlet for outlet, _ in fitting})
        years.update({year_of(minute) for _, minute in fitting if minute})
    return {"outlet": outlets, "year": years}


def recounted(
    facets: dict[str, list[FacetCount]], printed: Printed, count: Count
) -> dict[str, list[FacetCount]]:
    """``count`` tells how many quotes are left with one more demand on the printing."""
    made = dict(facets)
    if "outlet" in facets and (printed.since or printed.until) and not printed.outlet:
        again = at_once(lambda o: replace(o, count=count(Printed(outlet=o.value))), facets["outlet"])
        made["outlet"] = sorted((o for o in again if o.count), key=lambda o: -o.count)
    if "year" in facets:
        again = at_once(lambda year: recounted_year(year, printed, count), facets["year"])
        made["year"] = [year for year in again if year.count]
    return made


def recounted_year(year: FacetCount, printed: Printed, count: Count) -> FacetCount:
    first, last = date(int(year.value), 1, 1), date(int(year.value), 12, 31)
    narrowed = both(Printed(since=first, until=last), printed)
    since, until = narrowed.since or first, narrowed.until or last
    if since > until:
        return FacetCount(year.value, year.label, 0)
    if (since, until) == (first, last) and not printed.outlet:
        return year
    return FacetCount(year.value, year.label, count(narrowed))
