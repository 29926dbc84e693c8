"""Where a site announces its news: proposed to a curator, each tried before it is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from urllib.parse import urljoin

from archive.announcements.found import absolute
from archive.announcements.sections import of_site
from archive.announcements.tags import tags
from archive.errors import ArchiveError, FeedError, LimitError
from archive.fetch import HostTable, Response, fetch
from archive.models import Feed

from .visit import fetch_kind, read_announced

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
FEED_PATHS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
SITEMAP_PATHS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap.xml")
MOST = 12  # tried of each kind


@dataclass(frozen=True, slots=True)
class Proposal:
    """A feed that was read just now: how many ``articles`` it names, and when the ``newest`` appeared."""

    url: str
    kind: Feed.Kind
    articles: int
    newest: datetime | None


def propose_feeds(url: str) -> list[Proposal]:
    """The feeds and sitemaps of a site, or else the page itself where it lists articles.

    ``url`` is a page of the site, or a feed. Raises ``AddressError`` or ``FetchError``.
    """
    page = fetch(url, politeness=HostTable())
    own = read(Feed.Kind.FEED, page) or read(Feed.Kind.SITEMAP, page)
    if own:
        return [own]
    feeds = first_working(Feed.Kind.FEED, linked_feeds(page), common(FEED_PATHS, page))
    sitemaps = first_working(Feed.Kind.SITEMAP, named_by_robots(page), common(SITEMAP_PATHS, page))
    section = None if feeds or sitemaps else read(Feed.Kind.SECTION, page)
    return [*feeds, *sitemaps, *([section] if section else [])]


def first_working(kind: Feed.Kind, named: list[str], guessed: list[str]) -> list[Proposal]:
    """All of the addresses that the site names; where none works, the first guess that does."""
    return list(tried(kind, named)) or list(islice(tried(kind, guessed), 1))


def linked_feeds(page: Response) -> list[str]:
    """What the page calls its alternates in the form of a feed, comments left out."""
    links = [attributes for name, attributes in tags(page.content) if name == "link"]
    feeds = [
        absolute(page.url, link.get("href", ""))
        for link in links
        if "alternate" in link.get("rel", "").lower().split() and link.get("type", "").lower() in FEED_TYPES
    ]
    return [url for url in dict.fromkeys(feeds) if url and "/comments/" not in url]


def named_by_robots(page: Response) -> list[str]:
    """The ``Sitemap:`` lines of robots.txt (https://www.sitemaps.org/protocol.html#submit_robots)."""
    try:
        robots = fetch(urljoin(page.url, "/robots.txt"), kind="robots", politeness=HostTable()).content
    except ArchiveError:
        return []  # a site without robots.txt names none
    lines = [line.partition(":") for line in robots.decode("utf-8-sig", errors="replace").splitlines()]
    urls = [absolute(page.url, value) for name, _, value in lines if name.strip().lower() == "sitemap"]
    of_news = sorted(dict.fromkeys(urls), key=lambda url: "news" not in url.lower())
    return [url for url in of_news if of_site(url, page.url)]


def common(paths: tuple[str, ...], page: Response) -> list[str]:
    return [urljoin(page.url, path) for path in paths]


def tried(kind: Feed.Kind, urls: list[str]) -> Iterator[Proposal]:
    """The addresses that answer with what they are expected to be."""
    for url in urls[:MOST]:
        try:
            response = fetch(url, kind=fetch_kind(kind), politeness=HostTable())
        except ArchiveError:
            continue  # a guess that was wrong
        if proposal := read(kind, response):
            yield proposal


def read(kind: Feed.Kind, response: Response) -> Proposal | None:
    try:
        articles = read_announced(kind, response).articles
    except (FeedError, LimitError):
        return None
    dates = [found.published for found in articles if found.published]
    return (
        Proposal(response.requested_url, kind, len(articles), max(dates, default=None)) if articles else None
    )
