import gzip
import zlib
from datetime import UTC, datetime

import pytest

from archive.announcements.found import MOST, Found
from archive.announcements.sitemaps import Sitemap, read_sitemap
from archive.errors import FeedError

URL = "https://example.org/sitemap.xml"
URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{}>{}</urlset>'
NEWS = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def urlset(*entries: str) -> bytes:
    return URLSET.format(NEWS, "".join(entries)).encode()


def page(path: str, lastmod: str = "") -> str:
    return f"<url><loc>https://example.org{path}</loc><lastmod>{lastmod}</lastmod></url>"


def news(path: str, date: str, title: str) -> str:
    return (
        f"<url><loc>https://example.org{path}</loc><news:news><news:publication><news:name>The Slate"
        f"</news:name></news:publication><news:publication_date>{date}</news:publication_date>"
        f"<news:title>{title}</news:title></news:news></url>"
    )


HARBOUR = Found("https://example.org/harbour", datetime(2026, 11, 2, 8, 30, tzinfo=UTC), "Harbour & sea")


def test_read_sitemap_of_news_takes_the_news_alone():
    content = urlset(page("/about"), news("/harbour", "2026-11-02T09:30:00+01:00", "Harbour &amp; sea"))
    assert read_sitemap(content, URL) == Sitemap([HARBOUR])


def test_read_sitemap_that_is_gzipped():
    content = gzip.compress(urlset(news("/harbour", "2026-11-02T08:30Z", "Harbour &amp;amp; sea")))
    assert read_sitemap(content, URL) == Sitemap([HARBOUR])


def test_read_sitemap_of_pages_takes_what_looks_like_articles_newest_first():
    content = urlset(
        page("/"),
        page("/about-us", "2026-11-03"),
        page("/news/mayor-opens-a-bridge", "2026-11-01"),
        page("/news/harbour-closed-for-a-week", "2026-11-02"),
        page("/news/a-story-without-a-date"),
    )
    assert [found.url for found in read_sitemap(content, URL).articles] == [
        "https://example.org/news/harbour-closed-for-a-week",
        "https://example.org/news/mayor-opens-a-bridge",
        "https://example.org/news/a-story-without-a-date",
    ]


def test_read_sitemap_index_names_sitemaps_newest_first():
    content = (
        b"<sitemapindex><sitemap><loc>/2025.xml</loc><lastmod>2025-12-31</lastmod></sitemap>"
        b"<sitemap><loc>/2026.xml</loc><lastmod>2026-11-02</lastmod></sitemap></sitemapindex>"
    )
    assert read_sitemap(content, URL) == Sitemap(
        [], ["https://example.org/2026.xml", "https://example.org/2025.xml"]
    )


def test_read_sitemap_cuts_a_flood_to_the_newest():
    entries = [page(f"/news/{10**6 + n}", f"20{n // 1000:02}-01-01") for n in range(26_000)]
    found = read_sitemap(urlset(*entries), URL).articles
    assert len(found) == MOST
    assert {each.published for each in found} == {datetime(2025, 1, 1, tzinfo=UTC)}


def test_read_sitemap_refuses_a_doctype():
    bomb = b'<!DOCTYPE urlset [<!ENTITY a "aaaa">]><urlset><url><loc>&a;</loc></url></urlset>'
    with pytest.raises(FeedError, match="DOCTYPE"):
        read_sitemap(bomb, URL)


def test_read_sitemap_refuses_a_gzip_bomb():
    packer = zlib.compressobj(9, wbits=31)
    pieces = [packer.compress(b"<urlset><url><loc>"), *(packer.compress(b"a" * 10**6) for _ in range(60))]
    with pytest.raises(FeedError, match="larger"):
        read_sitemap(b"".join(pieces) + packer.flush(), URL)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no sitemap"),
        (b"<html><body>Hello</body></html>", "no sitemap but <html>"),
        (b"<urlset><url>", "broken"),
        (b"\x1f\x8b\x08\x00 not gzip", "broken"),
        (b"<urlset>" + b"<a>" * 20, "nests deeper"),
    ],
)
def test_read_sitemap_of_something_else_says_so(content, reason):
    with pytest.raises(FeedError, match=reason):
        read_sitemap(content, URL)


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_read_sitemap_that_is_a_list_of_addresses(packed):
    listed = b"https://slate.example/news/mayor-opens-new-bridge\r\nhttps://slate.example/about\n\nx\n"
    assert read_sitemap(packed(listed), "https://slate.example/sitemap.txt") == Sitemap(
        [Found("https://slate.example/news/mayor-opens-new-bridge")]
    )
