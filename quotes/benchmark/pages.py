"""Every kind of page of the demo collection, measured: the first time in a process, and again and again."""

from collections.abc import Iterator
from http import HTTPStatus
from importlib import import_module
from statistics import median
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db.models import Count, QuerySet
from django.test import Client
from django.urls import reverse

from archive.models import Article, Outlet, Topic
from quotes.demo.collection import collect_demo, open_newsroom
from quotes.models import Quote, Speaker
from quotes.search.upkeep import upkeep

from .errors import BenchmarkError, Say
from .timing import seconds

AGAIN = 20
LIMIT = 100  # milliseconds
PORT = 8841  # of the demo's newspapers, beside a demo that may be open
PLAIN = ("home", "speakers", "outlets", "topics", "today", "check", "about", "feed", "opensearch", "sitemap")
OF_QUOTE = ("annotation", "card", "embed", "report")
WORKPLACES = ("admin:index", "review", "review-bulk", "admin-dashboard", "admin-sources")
SEARCHES = {
    "search: word": {"q": "the"},
    "search: phrase": {"q": '"of the"'},
    "search: everything": {"q": "", "sort": "newest"},
    "search: narrowed": {"q": "", "since": "2020-01-01", "kind": "direct"},
    "search: nothing found": {"q": "xyzzyx"},
}


class Pages:
    """Of the archive of this process, as a reader and a curator get them."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.client = Client(headers={"host": "127.0.0.1"})

    def build(self) -> None:
        """The demo collection with its index and static files."""
        with open_newsroom(PORT) as newsroom:
            self.say(str(collect_demo(newsroom)))
        call_command("collectstatic", interactive=False, verbosity=0)
        upkeep().rebuild()

    def measure(self) -> None:
        curator = get_user_model().objects.create_superuser("curator")
        readers, curators = dict(reading()), dict(curating())
        import_module("quotes.wsgi")  # what a server does before anybody waits for a page
        self.get(reverse("robots"))
        self.say(f"{'':34}{'first':>8}{'median':>8}{'worst':>8}   (milliseconds)")
        slow = [name for name, address in readers.items() if self.line(name, address) > LIMIT]
        self.client.force_login(curator)
        slow += [name for name, address in curators.items() if self.line(name, address) > LIMIT]
        self.say(f"Over {LIMIT} ms: {', '.join(slow) or 'none'} of {len(readers) + len(curators)} pages")

    def line(self, name: str, address: str) -> float:
        """The longest that this page ever took."""
        first = seconds(self.get, address) * 1000
        again = [seconds(self.get, address) * 1000 for _ in range(AGAIN)]
        self.say(f"{name:34}{first:8.1f}{median(again):8.1f}{max(again):8.1f}")
        return max(first, *again)

    def get(self, address: str) -> None:
        answer: Any = self.client.get(address)
        for _ in answer.streaming_content if answer.streaming else ():
            pass
        if answer.status_code != HTTPStatus.OK:
            raise BenchmarkError(f"{address} answered {answer.status_code}.")


def reading() -> Iterator[tuple[str, str]]:
    """Names and addresses of the pages for everybody; of rows, one with much to show."""
    for name in PLAIN:
        yield name, reverse(name)
    for name, asked in SEARCHES.items():
        yield name, address_of(reverse("home"), asked)
    quote = with_most(Quote.objects.public(), "occurrences")
    yield "check: printed", address_of(reverse("check"), {"q": quote.text})
    yield "suggestions", address_of(reverse("suggestions"), {"q": quote.text[:2]})
    yield "quote", quote.get_absolute_url()
    for name in OF_QUOTE:
        yield name, reverse(name, args=[quote.pk])
    for row in (
        with_most(Speaker.objects.standing(), "quotes"),
        with_most(Outlet.objects.all(), "articles"),
        with_most(Topic.objects.all(), "articles"),
    ):
        yield row._meta.model_name or "", reverse(row._meta.model_name or "", args=[row.slug])
    article = with_most(Article.objects.read(), "occurrences")
    yield "article", reverse("article", args=[article.pk])
    yield "capture", reverse("capture", args=[article.captures.newest_first()[0].pk])
    yield "citation", reverse("citation", args=[quote.pk, "bib"])
    yield "export", address_of(reverse("export", args=["csv"]), {"q": "the"})


def curating() -> Iterator[tuple[str, str]]:
    """Those for curators: the workplaces, and the list of each model with the form of a row."""
    for name in WORKPLACES:
        yield name, reverse(name)
    for model in admin.site._registry:
        page = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield f"list: {model._meta.verbose_name_plural}", reverse(f"{page}_changelist")
        row = model._default_manager.last()
        if row is not None:
            yield f"form: {model._meta.verbose_name}", reverse(f"{page}_change", args=[row.pk])


def with_most(rows: QuerySet, related: str):
    return rows.annotate(number=Count(related, distinct=True)).order_by("-number", "pk")[0]


def address_of(path: str, asked: dict[str, str]) -> str:
    return f"{path}?{urlencode(asked)}"
