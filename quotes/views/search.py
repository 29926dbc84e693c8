"""Search results: server-rendered; htmx, where a browser runs it, swaps the results alone."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import replace_url

from quotes.filters import PAGE_SIZE, QuoteFilter
from quotes.listing import in_order
from quotes.search import Hit, SearchResult, search

from .narrowing import Narrowing

DEEPEST = 5000  # pages; the downloads reach further
SHOWN_FIELDS = ("since", "until", "kind")
KEPT_FIELDS = ("speaker", "outlet", "topic", "language", "sort")


class Found(Sequence[Hit]):
    """The whole result as Django's paginator wants it, though only one page of it was fetched."""

    def __init__(self, answer: SearchResult) -> None:
        self.answer = answer

    def __len__(self) -> int:
        return self.answer.total

    def __getitem__(self, part):
        return self.answer.hits


@vary_on_headers("HX-Request")
def results(request):
    address = clean_address(request)
    if address != request.get_full_path() and not request.htmx:
        return redirect(address)
    filters = QuoteFilter(request.GET)
    number = page_number(request)
    query = filters.query(offset=(number - 1) * PAGE_SIZE)
    answer = search(query)
    narrowing = Narrowing(request.GET, filters.asked_for, answer)
    context = {
        "form": filters.form,
        "shown_fields": [filters.form[name] for name in SHOWN_FIELDS],
        "asked": filters.asked_for,
        "kept": {name: filters.asked_for[name] for name in KEPT_FIELDS if name in filters.asked_for},
        "narrowed": any(name in filters.asked_for for name in SHOWN_FIELDS) or bool(filters.form.errors),
        "sorts": narrowing.sorts(query.sort),
        "query": query if query.text.strip() else None,
        "answer": answer,
        "quotes": in_order(answer.ids, request.user),
        "page": Paginator(Found(answer), PAGE_SIZE).get_page(number),
        "timeline": narrowing.years(),
        "years_link": narrowing.link(since="FROM-01-01", until="TO-12-31"),
        "facets": narrowing.facets(),
        "chips": narrowing.chips(),
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
    number = request.GET.get("page", "1")[:6]
    return min(max(int(number), 1), DEEPEST) if number.isascii() and number.isdigit() else 1


def is_swap(request) -> bool:
    return bool(request.htmx) and not request.htmx.history_restore_request
