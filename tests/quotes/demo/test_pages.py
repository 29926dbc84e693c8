import gzip
import json
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from bs4 import BeautifulSoup
from protego import Protego

from quotes.demo.article import Edition
from quotes.demo.outlet import KEYS, outlet
from quotes.demo.pages import Edited

ORIGIN = "http://127.0.0.1:8801"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def edited(key: str, edition: Edition = Edition.FIRST) -> Edited:
    return Edited(outlet(key), edition, ORIGIN)


def addresses(site: Edited) -> set[str]:
    return {ORIGIN + article.path for article in site.articles}


def soup_at(site: Edited, path: str) -> BeautifulSoup:
    answer = site.answer(path)
    return BeautifulSoup(answer.content, "lxml", from_encoding=site.outlet.encoding)


def links_of(site: Edited, path: str) -> set[str]:
    found = soup_at(site, path).select("a[href], link[href], img[src]")
    targets = {urljoin(ORIGIN + path, tag.get("href") or tag.get("src")) for tag in found}
    return {urlsplit(target).path for target in targets}


def closed_to_robots(site: Edited, path: str) -> bool:
    rules = Protego.parse(site.answer("/robots.txt").content.decode())
    return not rules.can_fetch(ORIGIN + path, "QuoteArchive")


@pytest.mark.parametrize("key", KEYS)
def test_every_link_leads_somewhere_or_is_closed_to_robots(key):
    site = edited(key)
    linked = {target for path in site.pages() if site.answer(path).content_type.startswith("text/html")
              for target in links_of(site, path)}  # fmt: skip
    dead = {path for path in linked if site.answer(path).status != 200}
    assert {path for path in dead if not closed_to_robots(site, path)} == set()
    assert dead != set()


@pytest.mark.parametrize("key", KEYS)
def test_home_links_to_every_article(key):
    site = edited(key)
    assert {article.path for article in site.articles} - links_of(site, "/") == set()


@pytest.mark.parametrize("key", KEYS)
def test_section_links_to_its_articles_alone(key):
    site = edited(key)
    paths = {article.path for article in site.articles}
    for name in site.sections:
        own = {article.path for article in site.articles if article.section == name}
        assert links_of(site, site.section_path(name)) & paths == own


@pytest.mark.parametrize(("key", "version"), [("courier", "rss20"), ("gazette", "atom10")])
def test_feed_announces_every_article(key, version):
    site = edited(key)
    feed = feedparser.parse(site.answer(site.outlet.feed).content)
    assert (feed.version, feed.bozo) == (version, False)
    assert {entry.link.partition("?")[0] for entry in feed.entries} == addresses(site)
    assert [entry.title for entry in feed.entries] == [article.title for article in site.articles]


def test_sitemap_announces_every_article_compressed():
    site = edited("wire")
    answer = site.answer(site.outlet.feed)
    tree = ElementTree.fromstring(gzip.decompress(answer.content))
    assert {node.text for node in tree.iter(f"{SITEMAP}loc")} == addresses(site)
    assert answer.content_type == "application/gzip"


def test_robots_names_the_sitemap():
    rules = Protego.parse(edited("wire").answer("/robots.txt").content.decode())
    assert list(rules.sitemaps) == [f"{ORIGIN}/sitemaps/news.xml.gz"]


@pytest.mark.parametrize("key", KEYS)
def test_robots_asks_for_no_delay(key):
    rules = Protego.parse(edited(key).answer("/robots.txt").content.decode())
    assert not rules.crawl_delay("QuoteArchive")


def test_article_carries_linked_data():
    site = edited("courier", Edition.CORRECTED)
    page = soup_at(site, "/2026/09/16/ferries-in-public-hands")
    data = json.loads(page.find("script", type="application/ld+json").string)
    assert data["headline"] == "“We will not sell the ferries”, O’Dowd tells party conference"
    assert data["datePublished"] == "2026-09-16T07:20:00+02:00"
    assert data["dateModified"] == "2026-09-17T10:45:00+02:00"
    assert data["author"] == [{"@type": "Person", "name": "Teodor Vance"}]


def test_article_page_is_in_the_encoding_of_its_outlet():
    answer = edited("gazette").answer("/news/25402.film-comes-home/")
    assert answer.content_type == "text/html; charset=windows-1252"
    assert "‘The Weight of Small Boats’" in answer.content.decode("windows-1252")


def test_missing_page_is_a_404_in_the_outlets_layout():
    answer = edited("gazette").answer("/nothing")
    assert answer.status == 404
    assert "It’s not here" in answer.content.decode("windows-1252")


def test_answers_do_not_vary():
    assert edited("wire").answer("/sitemaps/news.xml.gz") == edited("wire").answer("/sitemaps/news.xml.gz")
