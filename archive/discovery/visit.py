"""One visit to a feed, sitemap or section page: fetched, and read as what it is."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from archive.announcements.feeds import read_feed
from archive.announcements.found import Found, distinct
from archive.announcements.sections import read_section
from archive.announcements.sitemaps import read_sitemap
from archive.errors import ArchiveError
from archive.fetch import HostTable, Response, Validators, fetch
from archive.fetch.visit import Kind
from archive.limits import MEGABYTES, SECONDS
from archive.models import Feed
from archive.sandbox import run_limited

Read = TypeVar("Read")
logger = logging.getLogger(__name__)
MOST_SITEMAPS = 3  # of an index at one visit; they stand newest first


def discover(feed: Feed) -> list[Found]:
    """What the feed announces now; nothing where it did not change since the last visit.

    Sets the feed's validators for the next visit; who called saves them with what was found, lest a
    crash in between lose it. Raises ``FetchError`` or ``FeedError``.
    """
    known = Validators(feed.etag, feed.last_modified)
    response = fetch(feed.url, validators=known, kind=fetch_kind(feed.kind), politeness=HostTable())
    if response.not_modified:
        return []
    announced = read_announced(feed.kind, response)
    feed.etag, feed.last_modified = announced.validators.etag[:500], announced.validators.last_modified[:100]
    return announced.articles


def fetch_kind(kind: str) -> Kind:
    kinds: dict[str, Kind] = {Feed.Kind.FEED: "feed", Feed.Kind.SITEMAP: "sitemap"}
    return kinds.get(kind, "page")


@dataclass(frozen=True, slots=True)
class Announced:
    articles: list[Found]
    validators: Validators


def read_announced(kind: str, response: Response) -> Announced:
    """What a response names, read as a feed, sitemap or section page; raises ``FeedError``."""
    if kind == Feed.Kind.SITEMAP:
        return read_with_sitemaps_below(response)
    reader = read_feed if kind == Feed.Kind.FEED else read_section
    return Announced(read_limited(reader, response), response.validators)


def read_with_sitemaps_below(response: Response) -> Announced:
    """A sitemap, or the newest below an index; that the index is unchanged says nothing of those below."""
    sitemap = read_limited(read_sitemap, response)
    if not sitemap.sitemaps:
        return Announced(sitemap.articles, response.validators)
    below = [found for url in newsiest(sitemap.sitemaps) for found in articles_of(url)]
    return Announced(distinct(sitemap.articles + below), Validators())


def read_limited(reader: Callable[[bytes, str], Read], response: Response) -> Read:
    return run_limited(reader, response.content, response.url, seconds=SECONDS, megabytes=MEGABYTES)


def newsiest(urls: list[str]) -> list[str]:
    """Those of an index that are worth a visit: named after news first, else the newest."""
    return sorted(urls, key=lambda url: "news" not in url.lower())[:MOST_SITEMAPS]


def articles_of(url: str) -> list[Found]:
    """The articles of a sitemap that an index names; none where it fails, for the others may do."""
    try:
        return read_limited(read_sitemap, fetch(url, kind="sitemap", politeness=HostTable())).articles
    except ArchiveError as error:
        logger.warning("A sitemap of an index is left out: %s", error)
        return []
