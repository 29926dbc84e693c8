"""The demo's way into an archive: outlets and feeds as rows, collected over HTTP like those of any site."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone
from django.utils.text import slugify

from archive.addresses import url_key
from archive.collect import collect_article, collect_feed
from archive.fetch import allow_private
from archive.models import Article, Capture, Feed, Outlet, Run
from archive.models.article import ArticleQuerySet
from quotes.models import Quote, Speaker

from .article import Edition
from .outlet import KEYS, DemoOutlet, outlet
from .ports import free_ports
from .server import DemoError, Newsroom


@dataclass(frozen=True, slots=True)
class DemoCollection:
    """What an archive holds of the demo, and the reasons why some of it is missing."""

    articles: int
    captures: int
    quotes: int
    speakers: int
    failures: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"The demo holds {self.articles} articles of {len(KEYS)} outlets in {self.captures} captures: "
            f"{self.quotes} quotes of {self.speakers} speakers."
        )


@contextmanager
def open_newsroom(port: int | None = None) -> Iterator[Newsroom]:
    """Serve the newspapers and let them, and nothing else that is private, pass the network guard meanwhile.

    They show their corrections once the archive has captured both editions. Raises ``DemoError`` where their
    ports are taken, or where the archive knows them at other ports than ``port``.
    """
    newsroom = Newsroom(port_of(port))
    newsroom.edition = Edition.CORRECTED if has_both_editions(newsroom) else Edition.FIRST
    with newsroom.open(), allow_private(*newsroom.authorities()):
        yield newsroom


def port_of(wanted: int | None) -> int:
    """The first port: where the archive knows the demo, or as wanted, or the usual one if it is free."""
    known = Outlet.objects.filter(slug=slugify(outlet(KEYS[0]).name)).first()
    if known is None:
        return wanted or free_ports()
    port = int(known.host.rpartition(":")[2])
    if wanted not in (None, port):
        raise DemoError(f"The archive knows the demo at port {port}: leave --port out.")
    return port


def collect_demo(newsroom: Newsroom) -> DemoCollection:
    """Collect what the archive does not have yet, and once more what the newspapers then correct.

    Doing it again changes nothing. No later visit of the demo is planned: a worker could not reach it.
    """
    feeds = [added_feed(newsroom, outlet(key)) for key in KEYS]
    articles = Article.objects.filter(feed__in=feeds)
    articles.exclude(state=Article.State.READ).update(next_at=timezone.now())
    runs = [collect_feed(feed) for feed in feeds]
    if newsroom.edition is Edition.FIRST:
        newsroom.edition = Edition.CORRECTED
        for article in corrected(newsroom):
            collect_article(article)
    articles.update(next_at=None)
    Feed.objects.filter(pk__in=[feed.pk for feed in feeds]).update(next_at=None)
    return held(articles, runs)


def added_feed(newsroom: Newsroom, paper: DemoOutlet) -> Feed:
    """The newspaper's feed, made with its outlet where the archive does not have it."""
    origin = newsroom.origin(paper.key)
    values = {
        "name": paper.name,
        "host": origin.removeprefix("http://"),
        "homepage": f"{origin}/",
        "language": paper.language,
        "description": paper.description,
    }
    publication, _ = Outlet.objects.get_or_create(slug=slugify(paper.name), defaults=values)
    known = {"outlet": publication, "kind": paper.feed_kind}
    return Feed.objects.get_or_create(url=origin + paper.feed, defaults=known)[0]


def corrected(newsroom: Newsroom) -> ArticleQuerySet:
    """The articles that differ between the two editions."""
    papers = [outlet(key) for key in KEYS]
    changed = [
        newsroom.origin(paper.key) + later.path
        for paper in papers
        for later in paper.articles(Edition.CORRECTED)
        if later not in paper.articles(Edition.FIRST)
    ]
    return Article.objects.filter(url_key__in=[url_key(url) for url in changed])


def has_both_editions(newsroom: Newsroom) -> bool:
    counted = corrected(newsroom).annotate(versions=Count("captures"))
    return counted.exists() and not counted.filter(versions__lt=len(Edition)).exists()


def held(articles: ArticleQuerySet, runs: list[Run]) -> DemoCollection:
    quotes = Quote.objects.public().filter(occurrences__article__in=articles).distinct()
    failures = articles.failing().values_list("last_error", flat=True)
    return DemoCollection(
        articles=articles.filter(state=Article.State.READ).count(),
        captures=Capture.objects.filter(article__in=articles).count(),
        quotes=quotes.count(),
        speakers=Speaker.objects.standing().named().filter(quotes__in=quotes).distinct().count(),
        failures=(*(run.error for run in runs if run.error), *failures),
    )
