import gzip

import pytest

from archive.discovery import discover, visit
from archive.errors import FeedError, LimitError
from archive.models import Feed
from tests.archive.pages import feed as rss
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)
ENTRY = "<url><loc>{}</loc></url>"


def urls(feed: Feed) -> list[str]:
    return [found.url for found in discover(feed)]


def test_discover_a_feed_that_moved_resolves_against_its_new_address(server):
    server.answers |= {
        "/feed": reply(status="301 Moved", location="/news/feed"),
        "/news/feed": reply(rss("a"), etag='"7"', last_modified="Mon, 02 Nov 2026 08:00:00 GMT"),
    }
    feed = Feed(url=server.url("/feed"))
    assert urls(feed) == [server.url("/news/a")]
    assert (feed.etag, feed.last_modified) == ('"7"', "Mon, 02 Nov 2026 08:00:00 GMT")


def test_discover_a_feed_that_did_not_change_finds_nothing(server):
    server.answers["/feed"] = reply(status="304 Not Modified")
    assert urls(Feed(url=server.url("/feed"), etag='"7"')) == []
    assert server.header("If-None-Match") == '"7"'


def test_discover_a_section_page(server):
    server.answers["/news"] = reply(b'<a href="/news/mayor-opens-new-bridge">Bridge</a>', etag='"7"')
    feed = Feed(url=server.url("/news"), kind=Feed.Kind.SECTION)
    assert urls(feed) == [server.url("/news/mayor-opens-new-bridge")]


def test_discover_a_sitemap_index_reads_the_news_and_the_newest_below_it(server):
    names = ["2024", "2023", "2026", "news", "2025"]
    entries = "".join(
        f"<sitemap><loc>/{name}.xml</loc><lastmod>{name}-01-01</lastmod></sitemap>" for name in names
    )
    server.answers |= {
        f"/{name}.xml": reply(f"<urlset>{ENTRY.format(f'/{name}/a-story-of-it')}</urlset>".encode())
        for name in names
    }
    server.answers["/2025.xml"] = reply(status="500 Broken")
    server.answers["/index.xml"] = reply(
        gzip.compress(f"<sitemapindex>{entries}</sitemapindex>".encode()), etag='"7"'
    )
    feed = Feed(url=server.url("/index.xml"), kind=Feed.Kind.SITEMAP)
    assert urls(feed) == [server.url("/news/a-story-of-it"), server.url("/2026/a-story-of-it")]
    assert server.paths == ["/index.xml", "/news.xml", "/2026.xml", "/2025.xml"]
    assert feed.etag == ""


def test_discover_what_is_no_feed_keeps_the_validators(server):
    server.answers["/feed"] = reply(b"<html>Moved", etag='"8"')
    feed = Feed(url=server.url("/feed"), etag='"7"')
    with pytest.raises(FeedError):
        discover(feed)
    assert feed.etag == '"7"'


def test_discover_a_hostile_feed_ends(server, monkeypatch):
    monkeypatch.setattr(visit, "SECONDS", 1.0)
    server.answers["/feed"] = reply(b'<rss version="2.0"><channel>' + b"<a>" * 1_000_000)
    with pytest.raises(LimitError):
        discover(Feed(url=server.url("/feed")))
