"""The pages that curators work on: every list and form of the admin, the queue and its decisions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin
from django.core.cache import cache
from django.db.models import Count, Model, QuerySet
from django.test import Client, RequestFactory
from django.urls import reverse

from quotes.decisions import seen_of_many
from quotes.models import Move, Quote, Speaker
from quotes.views.review.item import principals

from .pages import WORKPLACES, address_of

LIST, NEXT, PAGE = 300, 200, 500  # milliseconds: a list, the next quote of the queue, any other page
MANY = 150  # quotes decided at once
FOUND, NOT_FOUND = "ra", "xyzzyx"
FAR = 100  # pages of a list
PART = {"X-Part": "item"}  # what the queue's script asks for


@dataclass(frozen=True, slots=True)
class Visit:
    """A page by its name; ``open`` asks for it and gives the answer, for what ``prepare`` gave before."""

    name: str
    open: Callable[[Any], Any]
    limit: float = PAGE
    prepare: Callable[[], Any] = bool


class Visits:
    """Of one administrator, who is signed in."""

    def __init__(self, client: Client, user: Any) -> None:
        self.client = client
        self.request = RequestFactory().get("/")
        self.request.user = user

    def all(self) -> Iterator[Visit]:
        """Those that change something come last."""
        for model_admin in admin.site._registry.values():
            yield from self.lists(model_admin)
            yield from self.forms(model_admin)
        yield from self.workplaces()
        yield from self.confirmations()
        yield from self.queue()
        yield from self.decisions()

    def page(self, name: str, address: str, limit: float = PAGE, **asked: Any) -> Visit:
        full = address_of(address, asked) if asked else address
        return Visit(name, lambda _: self.client.get(full), limit)

    def lists(self, model_admin: admin.ModelAdmin) -> Iterator[Visit]:
        """As it opens, far down, searched, narrowed by each filter, ordered by each column that offers it."""
        name, address = f"list: {model_admin.opts.verbose_name_plural}", address_in(model_admin, "changelist")
        yield self.page(name, address, LIST)
        for word in (FOUND, NOT_FOUND) if model_admin.search_fields else ():
            yield self.page(f"{name}, “{word}”", address, LIST, q=word)
        if rows_of(model_admin).count() > FAR * model_admin.list_per_page:
            yield self.page(f"{name}, page {FAR}", address, LIST, p=FAR)
        shown = model_admin.get_changelist_instance(self.request)
        for narrowing in shown.filter_specs:
            chosen = list(narrowing.choices(shown))[-1]["query_string"]
            yield self.page(f"{name}, by {narrowing.title}", f"{address}{chosen}", LIST)
        for number, column in enumerate(shown.list_display):
            offered = shown.sortable_by is None or column in shown.sortable_by
            if offered and shown.get_ordering_field(column):
                yield self.page(f"{name}, ordered by {column}", address, LIST, o=number)

    def forms(self, model_admin: admin.ModelAdmin) -> Iterator[Visit]:
        """Of a new row, and of one that is there."""
        name = str(model_admin.opts.verbose_name)
        for row in rows_of(model_admin).order_by("-pk")[:1]:
            for kind in ("change", "history"):
                yield self.page(f"{kind}: {name}", address_in(model_admin, kind, row))
        if model_admin.has_add_permission(self.request):
            yield self.page(f"add: {name}", address_in(model_admin, "add"))

    def workplaces(self) -> Iterator[Visit]:
        for name in WORKPLACES:
            yield self.page(name, reverse(name))
        yield Visit("dashboard, counted anew", self.dashboard)
        yield self.page("sources in trouble", reverse("admin-sources"), show="trouble")

    def dashboard(self, _: Any) -> Any:
        cache.clear()
        return self.client.get(reverse("admin-dashboard"))

    def confirmations(self) -> Iterator[Visit]:
        """Of the speaker with most quotes, and of a quote."""
        most, other = busiest()
        yield self.page(
            "merge speakers", f"{reverse('admin:quotes_speaker_merge')}?id={most.pk}&id={other.pk}"
        )
        yield self.page("split a speaker", reverse("admin:quotes_speaker_split", args=[most.pk]))
        yield self.page("change: the busiest speaker", reverse("admin:quotes_speaker_change", args=[most.pk]))
        quote, second = Quote.objects.filter(status="unreviewed")[:2]
        yield self.page("group quotes", f"{reverse('admin:quotes_quote_group')}?id={quote.pk}&id={second.pk}")
        for kind in ("ungroup", "withdraw"):
            yield self.page(f"{kind} a quote", reverse(f"admin:quotes_quote_{kind}", args=[quote.pk]))
        yield self.page("undo a move", reverse("admin:quotes_move_undo", args=[Move.objects.all()[0].pk]))

    def queue(self) -> Iterator[Visit]:
        address = reverse("review")
        for name, asked in (
            ("next quote", {"after": "10.3,1"}),
            ("far down", {"after": "0.1,1"}),
            ("of a filter by words", {"q": FOUND}),
            ("of a filter that finds nothing", {"q": NOT_FOUND}),
            ("of a filter by doubt", {"reason": "close runner-up"}),
            ("reported", {"reported": "true"}),
            ("of an outlet", {"outlet": "outlet-1"}),
        ):
            yield self.page(f"queue: {name}", address, NEXT, **asked)
        yield self.page("queue: speakers found", reverse("review-speakers"), NEXT, find=FOUND)
        yield self.page("queue: preview of many", reverse("review-bulk"), PAGE, reason="close runner-up")

    def decisions(self) -> Iterator[Visit]:
        """Each on the first of the queue, with the quote that follows; then on many at once."""
        for kind in ("confirm", "reject", "dispute", "note", "speaker"):
            yield self.posted(f"queue: {kind}, and the next", "review-decide", partial(chosen, kind))
        yield self.posted("queue: take back, and the one before", "review-undo", dict)
        for kind in ("confirm", "reject", "dispute"):
            many = partial(chosen_many, kind)
            yield Visit(f"queue: {kind} {MANY}", self.decide_many, PAGE, many)
            decided = partial(self.decided_many, kind)
            yield self.posted(f"queue: take back {MANY}", "review-undo", decided, PAGE)

    def posted(self, name: str, address: str, prepare: Callable[[], dict], limit: float = NEXT) -> Visit:
        return Visit(
            name, lambda data: self.client.post(reverse(address), data, headers=PART), limit, prepare
        )

    def decide_many(self, data: dict) -> Any:
        return self.client.post(reverse("review-bulk"), data)

    def decided_many(self, kind: str) -> dict:
        """Something to be taken back; what is sent for it says no more."""
        self.decide_many(chosen_many(kind))
        return {}


def address_in(model_admin: admin.ModelAdmin, kind: str, *rows: Model) -> str:
    options = model_admin.opts
    return reverse(f"admin:{options.app_label}_{options.model_name}_{kind}", args=[row.pk for row in rows])


def rows_of(model_admin: admin.ModelAdmin) -> QuerySet:
    return model_admin.model._default_manager.order_by("pk")


def busiest() -> list[Speaker]:
    """The two speakers with most quotes."""
    return list(Speaker.objects.annotate(number=Count("quotes")).order_by("-number", "pk")[:2])


def chosen(kind: str) -> dict[str, str]:
    """What the form of the first quote in the queue would send."""
    quote = Quote.objects.to_review()[0]
    [seen] = seen_of_many(principals([quote]))
    place = f"{quote.harm!r},{quote.pk}"
    return {"seen": str(seen), "kind": kind, "why": "asked her", "place": place, "name": "Mira Holt"}


def chosen_many(kind: str) -> dict[str, Any]:
    printings = principals(list(Quote.objects.to_review()[:MANY]))
    return {"seen": [str(seen) for seen in seen_of_many(printings)], "kind": kind, "why": "asked her"}
