"""Search results: server-rendered; htmx, where a browser runs it, swaps the results alone."""

from dataclasses import dataclass
from math import ceil

from django.shortcuts import redirect, render
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import replace_url

from quotes.filters import PAGE_SIZE, QuoteFilter
from quotes.listing import in_order, printed_last
from quotes.search import SearchQuery, SearchResult, search

from .hints import hints
from .narrowing import Narrowing, chosen_years

DEEPEST = 5000  # pages by their numbers alone; from page to page one comes further
SHOWN_FIELDS = ("since", "until", "kind")
KEPT_FIELDS = ("speaker", "outlet", "topic", "language", "sort")


@dataclass(frozen=True, slots=True)
class Page:
    """One of the result; ``number`` is about its place where quotes came in on the way from page to page."""

    number: int
    last: int
    next_cursor: str | None
    previous_cursor: str | None

    @property
    def has_others(self) -> bool:
        return bool(self.next_cursor or self.previous_cursor)

    @property
    def next_number(self) -> int:
        return self.number + 1

    @property
    def previous_number(self) -> int:
        return self.number - 1


def in_all_years(query: SearchQuery) -> SearchQuery:
    """Only to be counted."""
    return query.but(
        since=None, until=None, sort="relevance", offset=0, cursor=None, size=1, facets=("year",)
    )


def page_of(answer: SearchResult, number: int) -> Page:
    last = max(ceil(answer.total / PAGE_SIZE), 1)
    return Page(min(number, last), last, answer.next_cursor, answer.previous_cursor)


@vary_on_headers("HX-Request")
def results(request):
    address = clean_address(request)
    if address != request.get_full_path() and not request.htmx:
        return redirect(address)
    filters = QuoteFilter(request.GET)
    number, cursor = page_number(request), request.GET.get("cursor")
    query = filters.query(offset=(number - 1) * PAGE_SIZE, cursor=cursor)
    answer = search(query)
    quotes = in_order(answer.ids, request.user)
    for quote in quotes:
        quote.again = printed_last(quote, query)
    by_year = search(in_all_years(query)) if chosen_years(filters.asked_for) else answer
    narrowing = Narrowing(request.GET, filters.asked_for, answer, by_year)
    context = {
        "form": filters.form,
        "shown_fields": [filters.form[name] for name in SHOWN_FIELDS],
        "asked": filters.asked_for,
        "kept": {name: filters.asked_for[name] for name in KEPT_FIELDS if name in filters.asked_for},
        "has_errors": bool(filters.form.errors),
        "sorts": narrowing.sorts(query.sort),
        "query": query if query.text.strip() else None,
        "answer": answer,
        "address": request.build_absolute_uri(address),
        "quotes": quotes,
        "page": page_of(answer, number),
        "timeline": narrowing.years(),
        "years_overlap": narrowing.years_overlap(),
        "years_link": narrowing.link(since="FROM-01-01", until="TO-12-31"),
        "facets": narrowing.facets(),
        "chips": narrowing.chips(),
        "hints": hints(answer),
    }
    template = "_partials/_results.html" if is_swap(request) else "search.html"
    return replace_url(render(request, template, context), address)


def clean_address(request) -> str:
    """The address of this search without the fields that a form sends empty."""
    data = request.GET.copy()
    for name in [name for name in data if name != "q" and not data[name]]:
        del data[name]
    return f"{request.path}?{data.urlencode()}" if len(data) < len(request.GET) else request.get_full_path()


def page_number(request) -> int:
    number = request.GET.get("page", "1")[:9]
    if not (number.isascii() and number.isdigit()):
        return 1
    return max(int(number), 1) if "cursor" in request.GET else min(max(int(number), 1), DEEPEST)


def is_swap(request) -> bool:
    return bool(request.htmx) and not request.htmx.history_restore_request
