import pytest

from archive.discovery import Proposal, propose_feeds
from archive.errors import StatusError
from archive.models import Feed
from tests.archive.pages import feed as rss
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{}</loc></url></urlset>'


def proposed(server, path: str = "/") -> list[tuple[str, str, int]]:
    found = propose_feeds(server.url(path))
    return [(each.url.removeprefix(server.url("")), each.kind.value, each.articles) for each in found]


def sitemap(server, path: str = "/news/mayor-opens-new-bridge") -> bytes:
    return reply(SITEMAP.format(server.url(path)).encode())


def test_propose_feeds_that_the_page_and_robots_name(server):
    server.answers |= {
        "/": reply(
            b'<LINK type="application/rss+xml" rel="alternate" href="/news.xml">'
            b'<link rel="alternate" type="application/atom+xml" href="/comments/feed">'
            b'<link rel="alternate" type="application/atom+xml" href="/missing.xml">'
            b'<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/site.css">'
        ),
        "/news.xml": reply(rss(server.url("/a"), server.url("/b"))),
        "/robots.txt": reply(
            f"User-agent: *\nDisallow: /private\nsitemap: {server.url('/map.xml')}\n"
            f"Sitemap: {server.url('/news-map.xml')}\nSitemap: https://elsewhere.example/map.xml\n".encode()
        ),
        "/map.xml": reply(status="500 Broken"),
        "/news-map.xml": sitemap(server),
    }
    assert proposed(server) == [("/news.xml", "feed", 2), ("/news-map.xml", "sitemap", 1)]


def test_propose_feeds_that_stand_where_they_often_do(server):
    server.answers |= {
        "/": reply(b"<p>News"),
        "/rss.xml": reply(rss(server.url("/a"))),
        "/feed.xml": reply(rss(server.url("/a"))),
        "/sitemap.xml": sitemap(server),
    }
    assert proposed(server) == [("/rss.xml", "feed", 1), ("/sitemap.xml", "sitemap", 1)]


def test_propose_feeds_of_a_feed_is_itself(server):
    server.answers["/feed"] = reply(rss(server.url("/a")))
    assert propose_feeds(server.url("/feed")) == [Proposal(server.url("/feed"), Feed.Kind.FEED, 1, None)]


def test_propose_feeds_of_a_sitemap_is_itself(server):
    server.answers["/map.xml"] = sitemap(server)
    assert proposed(server, "/map.xml") == [("/map.xml", "sitemap", 1)]


def test_propose_feeds_of_a_page_without_any_is_the_page_itself(server):
    server.answers["/news"] = reply(b'<a href="/news/mayor-opens-new-bridge">Bridge</a>')
    assert proposed(server, "/news") == [("/news", "section", 1)]


def test_propose_feeds_of_a_page_without_anything_is_none(server):
    server.answers["/"] = reply(b"<p>Under construction")
    assert proposed(server) == []


def test_propose_feeds_of_a_page_that_is_not_there_says_so(server):
    with pytest.raises(StatusError):
        propose_feeds(server.url("/missing"))
