import gzip
import json
from datetime import UTC, datetime

import pytest

from archive.announcements.feeds import read_feed
from archive.announcements.found import MOST, Found
from archive.errors import FeedError

URL = "https://example.org/feed"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Slate</title><link>https://example.org/</link>{}</channel></rss>"""
ITEM = "<item><title>Story {0}</title><link>https://example.org/news/{0}</link></item>"


def rss(*items: str) -> bytes:
    return RSS.format("".join(items)).encode()


def test_read_feed_of_rss_in_its_order():
    feed = rss(
        "<item><title>Bridge &amp;amp; tunnel &lt;b&gt;open&lt;/b&gt;</title><link>/news/1</link>"
        "<pubDate>Mon, 02 Nov 2026 09:30:00 +0100</pubDate></item>",
        ITEM.format(2),
    )
    assert read_feed(feed, URL) == [
        Found("https://example.org/news/1", datetime(2026, 11, 2, 8, 30, tzinfo=UTC), "Bridge & tunnel open"),
        Found("https://example.org/news/2", None, "Story 2"),
    ]


def test_read_feed_of_atom_takes_the_page_not_the_enclosure():
    feed = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/news/">
        <title>The Slate</title>
        <entry><title>Harbour</title><link rel="enclosure" href="harbour.mp3"/><link href="harbour"/>
        <published>2026-11-02T09:30:00Z</published><updated>2026-11-03T09:30:00Z</updated></entry></feed>"""
    assert read_feed(feed, URL) == [
        Found("https://example.org/news/harbour", datetime(2026, 11, 2, 9, 30, tzinfo=UTC), "Harbour")
    ]


def test_read_feed_of_json():
    feed = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "The Slate", "items": [
        {"url": "/news/1", "title": "Harbour", "date_published": "2026-11-02T09:30:00+01:00"},
        {"url": null, "title": "No address"}, 7]}"""
    assert read_feed(feed, URL) == [
        Found("https://example.org/news/1", datetime(2026, 11, 2, 8, 30, tzinfo=UTC), "Harbour")
    ]


def test_read_feed_of_json_takes_the_page_elsewhere_or_an_id_that_is_an_address():
    items = [
        {"id": "1", "url": "/news/1", "external_url": "https://gazette.example/a"},
        {"id": "2", "external_url": "https://gazette.example/b"},
        {"id": "https://example.org/news/3"},
        {"id": "4"},
    ]
    content = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
    assert [found.url for found in read_feed(content, URL)] == [
        "https://example.org/news/1",
        "https://gazette.example/b",
        "https://example.org/news/3",
    ]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_read_feed_cuts_a_flood_in_any_encoding(codec):
    feed = rss(*(ITEM.format(number) for number in range(MOST + 100))).decode().replace("utf-8", codec)
    found = read_feed(feed.encode(codec), URL)
    assert (len(found), found[-1].title) == (MOST, f"Story {MOST - 1}")


def test_read_feed_prefers_the_address_behind_a_counting_service():
    feed = rss(
        "<item><link>https://feeds.example.net/~r/slate/1</link>"
        '<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://example.org/news/1</f:origLink>'
        "</item>"
    )
    assert [found.url for found in read_feed(feed, URL)] == ["https://example.org/news/1"]


def test_read_feed_of_broken_xml_reads_what_can_be_read():
    assert [found.title for found in read_feed(rss(ITEM.format(1))[:-10] + b"<p>&nbsp;", URL)] == ["Story 1"]


def test_read_feed_counts_one_article_in_two_spellings_once():
    feed = rss(ITEM.format("1?utm_source=rss"), ITEM.format(1))
    assert [found.url for found in read_feed(feed, URL)] == ["https://example.org/news/1?utm_source=rss"]


def test_read_feed_leaves_out_what_is_no_web_address():
    feed = rss("<item><link>magnet:?xt=1</link></item>", "<item><title>None</title></item>", ITEM.format(1))
    assert [found.url for found in read_feed(feed, URL)] == ["https://example.org/news/1"]


def test_read_feed_cuts_a_flood():
    feed = rss(*(ITEM.format(number) for number in range(50_000)))
    found = read_feed(feed, URL)
    assert len(found) == MOST
    assert found[-1].url == f"https://example.org/news/{MOST - 1}"


def test_read_feed_without_items_is_a_feed():
    assert read_feed(rss(), URL) == []


@pytest.mark.parametrize(
    "date", ["Tue, 30 Feb 2026 25:61:61 GMT", "0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z", "soon"]
)
def test_read_feed_leaves_an_implausible_date_out(date):
    feed = rss(f"<item><link>https://example.org/news/1</link><pubDate>{date}</pubDate></item>")
    assert read_feed(feed, URL) == [Found("https://example.org/news/1")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"/etc/passwd",
        b"<!doctype html><html><body>No feed</body></html>",
        b"{",
        b'{"items": []}',
        b'{"version": "https://jsonfeed.org/version/1", "items": 3}',
        b'{"a":' + b"[" * 100_000,
    ],
)
def test_read_feed_of_something_else_is_an_error_that_names_the_address(content):
    with pytest.raises(FeedError, match=URL):
        read_feed(content, URL)


def test_read_feed_expands_no_entities():
    bomb = (
        b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
        + rss("<item><title>&b;</title><link>https://example.org/news/1</link></item>").partition(b"?>")[2]
    )
    assert [len(found.title) < 10 for found in read_feed(bomb, URL)] == [True]


@pytest.mark.parametrize("packed", [gzip.compress, lambda content: b"\xef\xbb\xbf" + content])
@pytest.mark.parametrize(
    "content",
    [
        b'<rss version="2.0"><channel><item><title>A</title><link>/a</link></item></channel></rss>',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/a", "title": "A"}]}',
    ],
)
def test_read_feed_that_is_gzipped_or_begins_with_a_byte_order_mark(content, packed):
    assert read_feed(packed(content), "https://example.org/feed") == [
        Found("https://example.org/a", None, "A")
    ]


def test_read_feed_refuses_a_gzip_bomb():
    with pytest.raises(FeedError, match="larger than 50 MB"):
        read_feed(gzip.compress(bytes(60_000_000)), "https://example.org/feed")
