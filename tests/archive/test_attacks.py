"""Hostile pages, feeds and hosts on loopback, through the whole of collecting.

Each ends as a row with its reason, no forbidden host is connected to, memory stays bounded, and the next
article is read.
"""

import gzip
import socket
from pathlib import Path

import pytest

from archive import sandbox
from archive.collect import article_at, collect_article, collect_feed
from archive.models import Article, Feed
from archive.outlets import outlet_at

from .pages import page
from .server import reply

pytestmark = pytest.mark.django_db(transaction=True)

MOST_MEGABYTES = 300
HTML = {"content_type": "text/html; charset=utf-8"}
BOMB = gzip.compress(b"\0" * 300_000_000, compresslevel=9)
SENTENCE = "<p>The council of Ostby met on Monday evening in the old customs house until past midnight.</p>"


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>and on " * 10_000)


ATTACKS = {
    "a bomb": (reply(BOMB, content_encoding="gzip", **HTML), "is larger than"),
    "stacked encodings": (reply(b"x", content_encoding="gzip, gzip, gzip, gzip", **HTML), "encodings on top"),
    "without end": (endless, "is larger than"),
    "deep": (reply(b"<div>" * 50_000 + SENTENCE.encode(), **HTML), "elements"),
    "wide": (reply(b"<p " + b"a=1 " * 200_000 + b">x</p>", **HTML), "attributes"),
    "many elements": (reply(b"<p>x</p>" * 200_000, **HTML), "elements"),
    "too many characters": (reply(b"<p>" + b"x " * 5_100_000, **HTML), "characters"),
    "a picture called a page": (reply(b"\x89PNG\r\n\x1a\n" + b"\0" * 1000, **HTML), "a picture"),
    "another encoding than it says": (reply("ß".encode("utf-16") * 1000, **HTML), ""),
    "broken compression": (reply(b"\x1f\x8b no gzip", content_encoding="gzip", **HTML), "not compressed"),
    "a circle": (reply(status="302 Found", location="/attack"), "redirects in circles"),
}


class Memory:
    """The peak of this process since the start of a test, and of each process that parses for it."""

    def __init__(self) -> None:
        Path("/proc/self/clear_refs").write_text("5")  # forget the peak so far
        self.before = megabytes("self", "VmRSS")

    def grown(self) -> float:
        return megabytes("self", "VmHWM") - self.before

    def largest_child(self) -> float:
        idle = [child for children in sandbox._idle.values() for child in children]
        return max((megabytes(str(child._process.pid), "VmHWM") for child in idle if child.lives), default=0)


def rss(url: str) -> bytes:
    return f'<rss version="2.0"><channel><item><link>{url}</link></item></channel></rss>'.encode()


def megabytes(process: str, name: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


@pytest.mark.parametrize("name", ATTACKS)
def test_hostile_page_is_survived_and_the_next_one_read(server, name):
    answer, reason = ATTACKS[name]
    server.answers |= {"/attack": answer, "/next": reply(page(), **HTML)}
    memory = Memory()

    attacked = collect_article(article_at(server.url("/attack")))
    following = collect_article(article_at(server.url("/next")))

    assert (attacked.state, following.state) == ("failed", "new")
    row = Article.objects.get(pk=attacked.article.pk)
    assert row.last_error == attacked.reason
    assert reason in row.last_error
    assert memory.grown() < MOST_MEGABYTES
    assert memory.largest_child() < MOST_MEGABYTES


def test_text_without_a_border_is_read_within_bounds(server):
    server.answers["/attack"] = reply(b"<p>" + b"x" * 3_000_000, **HTML)
    memory = Memory()

    collect_article(article_at(server.url("/attack")))

    assert memory.grown() < MOST_MEGABYTES
    assert memory.largest_child() < MOST_MEGABYTES


@pytest.mark.parametrize(
    "items",
    [
        b"<item><link>https://slate.example/a</link></item>" * 100_000,
        b"<item>" * 100_000,
        b"<item><title>" + b"&amp;" * 1_000_000 + b"</title></item>",
    ],
    ids=["a flood", "deep", "entities"],
)
def test_hostile_feed_is_survived_and_the_next_one_read(server, items):
    flood = b'<rss version="2.0"><channel>' + items + b"</channel></rss>"
    server.answers |= {
        "/flood": reply(flood, content_type="application/rss+xml"),
        "/news": reply(page(), **HTML),
        "/feed": reply(rss(server.url("/news"))),
    }
    outlet = outlet_at(server.url("/"))
    memory = Memory()

    collect_feed(Feed.objects.create(outlet=outlet, url=server.url("/flood")), lambda _: None)
    run = collect_feed(Feed.objects.create(outlet=outlet, url=server.url("/feed")))

    assert (run.found, run.error) == (1, "")
    assert Article.objects.get(url=server.url("/news")).state == "read"
    assert memory.grown() < MOST_MEGABYTES
    assert memory.largest_child() < MOST_MEGABYTES


def test_forbidden_host_is_never_connected_to_whatever_names_it(server, forbidden):
    """By a feed, a sitemap index, robots.txt, a redirect; the fixture counts connections at the socket."""
    inside = forbidden.url("/secret")
    index = f"<sitemapindex><sitemap><loc>{inside}</loc></sitemap></sitemapindex>"
    server.answers |= {
        "/robots.txt": reply(f"Sitemap: {inside}".encode()),
        "/feed": reply(rss(inside)),
        "/sitemap": reply(index.encode(), content_type="application/xml"),
        "/moved": reply(status="301 Moved Permanently", location=inside),
        "/page": reply(
            page() + f'<img src="{inside}"><link rel="canonical" href="{inside}">'.encode(), **HTML
        ),
    }
    outlet = outlet_at(server.url("/"))
    for path, kind in (("/feed", "feed"), ("/sitemap", "sitemap"), ("/moved", "feed")):
        collect_feed(Feed.objects.create(outlet=outlet, url=server.url(path), kind=kind))

    collect_article(article_at(server.url("/moved")))
    read = collect_article(article_at(server.url("/page")))

    assert read.state == "new"
    assert "is refused" in Article.objects.get(url=inside).last_error
    assert forbidden.connections == 0
