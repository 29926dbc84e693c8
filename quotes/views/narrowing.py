"""The result of a search as ways to narrow and to widen it: facets, years, and chips of what was asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from quotes.filters import SORTS
from quotes.models import Quote
from quotes.search import FacetCount, SearchResult
from quotes.timeline import Bar, timeline

FACETS = {"speaker": _("Speakers"), "outlet": _("Outlets"), "kind": _("Kinds"), "topic": _("Topics")}
FIELDS = {
    "speaker": _("Speaker"),
    "outlet": _("Outlet"),
    "topic": _("Topic"),
    "since": _("From"),
    "until": _("To"),
    "kind": _("Kind"),
    "language": _("Language"),
}
TERMS = {
    "words": "",
    "group": "",
    "phrase": pgettext_lazy("a search term", "exactly"),
    "prefix": pgettext_lazy("a search term", "beginning"),
    "context": pgettext_lazy("a search term", "near"),
    "speaker": _("speaker"),
    "outlet": _("outlet"),
    "topic": _("topic"),
    "before": pgettext_lazy("a search term", "before"),
    "after": pgettext_lazy("a search term", "after"),
    "kind": _("kind"),
}
DAYS = ("since", "until")
OR, WITHOUT = pgettext_lazy("a search term", "or"), pgettext_lazy("a search term", "without")
VALUES = 8
PLACES = ("page", "cursor")


@dataclass(frozen=True, slots=True)
class Value:
    label: str
    count: int
    link: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    label: str
    values: list[Value]


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition that was understood; ``link`` is the search without it."""

    kind: str
    text: str
    link: str


class Narrowing:
    """Links from one search to its neighbours."""

    def __init__(self, data: QueryDict, asked: dict, answer: SearchResult, by_year: SearchResult) -> None:
        """``by_year`` is what is found whatever years were chosen, so that others can be."""
        self.data = data
        self.address = reverse("home")
        self.asked = asked
        self.answer = answer
        self.by_year = by_year

    @cached_property
    def conditions(self) -> dict[str, str]:
        """What was asked, by its fields, as an address has it; ``q`` even where it is empty."""
        asked = {"q": [""], **dict(self.data.lists())}
        return {
            name: urlencode({name: values}, doseq=True)
            for name, values in asked.items()
            if name not in PLACES
        }

    def link(self, **changes: str | None) -> str:
        """This search with some conditions set, or taken away (None); from its first page."""
        kept = [condition for name, condition in self.conditions.items() if name not in changes]
        made = {name: value or "" for name, value in changes.items() if value or name == "q"}
        return f"{self.address}?{'&'.join([*kept, urlencode(made)] if made else kept)}"

    def facets(self) -> list[Facet]:
        found = ((label, list(self.values(name))) for name, label in FACETS.items())
        return [Facet(str(label), values) for label, values in found if values]

    def values(self, name: str) -> Iterator[Value]:
        counts = self.answer.facets.get(name, [])
        for count in counts[:VALUES] if len(counts) > 1 or name in self.asked else []:
            chosen = self.asked.get(name) == count.value
            link = self.link(**{name: None if chosen else count.value})
            yield Value(label_of(name, count), count.count, link, chosen)

    def sorts(self, used: str) -> list[Value]:
        """The orders to choose from; there is no best match where no words were asked for."""
        orders = SORTS if self.asked.get("q") else SORTS[1:]
        return [Value(str(label), 0, self.link(sort=name), name == used) for name, label in orders]

    def years(self) -> list[Bar]:
        """The result by year; the one chosen year leads back to all."""
        counts = {int(count.value): count.count for count in self.by_year.facets.get("year", [])}
        return timeline(counts, self.year_link, chosen_years(self.asked))

    def years_overlap(self) -> bool:
        """Whether some quotes count in more than one year."""
        return sum(count.count for count in self.by_year.facets.get("year", [])) > self.by_year.total

    def year_link(self, year: int) -> str:
        if chosen_years(self.asked) == range(year, year + 1):
            return self.link(since=None, until=None)
        return self.link(since=f"{year:04}-01-01", until=f"{year:04}-12-31")

    def chips(self) -> list[Chip]:
        return [*self.term_chips(), *self.field_chips()]

    def term_chips(self) -> Iterator[Chip]:
        terms = self.answer.understood
        if len(terms) < 2 and all(term.field == "words" and not term.negated for term in terms):
            return  # one plain word needs no explanation
        for term in terms:
            kind = TERMS.get(term.field, term.field)
            words = [OR] * term.alternative + [WITHOUT] * term.negated + [kind] * bool(kind)
            yield Chip(" ".join(map(str, words)), term.text, self.link(q=term.without))

    def field_chips(self) -> Iterator[Chip]:
        """Whole years are one condition, as they are one bar or one stretch of bars."""
        years = chosen_years(self.asked)
        if years:
            kind = ngettext("Year", "Years", len(years))
            text = "–".join(dict.fromkeys(map(str, (years[0], years[-1]))))
            yield Chip(kind, text, self.link(since=None, until=None))
        for name, label in FIELDS.items():
            if name in self.asked and not (years and name in DAYS):
                yield Chip(str(label), self.field_text(name), self.link(**{name: None}))

    def field_text(self, name: str) -> str:
        value = self.asked[name]
        known = {count.value: label_of(name, count) for count in self.answer.facets.get(name, [])}
        if name in DAYS:
            return date_format(value)
        return known.get(value, str(value).replace("-", " "))


def chosen_years(asked: dict) -> range:
    """The years that were asked for, where they were asked for as whole years."""
    since, until = asked.get("since"), asked.get("until")
    if not since or not until or (since.month, since.day, until.month, until.day) != (1, 1, 12, 31):
        return range(0)
    return range(since.year, until.year + 1)


def label_of(name: str, count: FacetCount) -> str:
    return str(Quote.Kind(count.value).label).capitalize() if name == "kind" else count.label
