"""Sitemaps, news sitemaps and sitemap indexes (https://www.sitemaps.org/protocol.html), gzipped or not.

Read by expat as a stream and within limits: a bomb is given up, not expanded.
"""

from dataclasses import dataclass, field
from itertools import islice
from xml.parsers import expat

from archive.errors import FeedError

from .articles import looks_like_article
from .found import EARLIEST, Found, absolute, distinct, moment_of, plain
from .unpacked import unpacked

MOST_ENTRIES = 50_000
BOM = b"\xef\xbb\xbf"
MOST_DEPTH = 10
LONGEST_TEXT = 3000
NEWS = "http://www.google.com/schemas/sitemap-news/0.9 "


@dataclass(frozen=True, slots=True)
class Sitemap:
    """Newest first: the ``articles`` of a sitemap, or the ``sitemaps`` that an index names."""

    articles: list[Found] = field(default_factory=list)
    sitemaps: list[str] = field(default_factory=list)


def read_sitemap(content: bytes, url: str) -> Sitemap:
    """What a sitemap names; raises ``FeedError`` where the content is none, is broken or is a bomb."""
    entries = listed(content, url) or SitemapParser(url).parse(content)
    news = [entry for entry in entries if entry.is_news]
    pages = [entry for entry in entries if not entry.is_index and looks_like_article(entry.url)]
    return Sitemap(
        distinct(entry.found for entry in newest(news or pages)),
        [entry.url for entry in newest(entries) if entry.is_index],
    )


@dataclass(slots=True)
class Entry:
    url: str = ""
    moment: str = ""
    title: str = ""
    is_index: bool = False
    is_news: bool = False

    @property
    def found(self) -> Found:
        return Found(self.url, moment_of(self.moment), plain(self.title))


def newest(entries: list[Entry]) -> list[Entry]:
    """By date, newest first; in their own order where they have none."""
    return sorted(entries, key=lambda entry: moment_of(entry.moment) or EARLIEST, reverse=True)


def listed(content: bytes, url: str) -> list[Entry]:
    """The entries of a sitemap that is plain text, an address a line; none where it is another."""
    start = b"".join(islice(unpacked(content, url), 1))
    if not start.removeprefix(BOM).startswith((b"http://", b"https://")):
        return []
    text = b"".join(unpacked(content, url)).decode("utf-8-sig", errors="replace")
    return [Entry(line.strip()) for line in text.splitlines()[:MOST_ENTRIES] if len(line) < LONGEST_TEXT]


class SitemapParser:
    """Expat's events gathered into entries; local names, since many sitemaps get the namespace wrong."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.entries: list[Entry] = []
        self.depth = 0
        self.text: list[str] | None = None
        self.expat = expat.ParserCreate(namespace_separator=" ")
        self.expat.buffer_text = True
        self.expat.StartDoctypeDeclHandler = self.refuse_doctype
        self.expat.StartElementHandler = self.start
        self.expat.EndElementHandler = self.end
        self.expat.CharacterDataHandler = self.characters

    def parse(self, content: bytes) -> list[Entry]:
        try:
            for piece in unpacked(content, self.url):
                self.expat.Parse(piece, False)
                if len(self.entries) >= MOST_ENTRIES:
                    return self.entries
            self.expat.Parse(b"", True)
        except expat.ExpatError as error:
            raise FeedError(f"{self.url}: this is no sitemap, or a broken one ({error}).") from error
        return self.entries

    def refuse_doctype(self, *_: object) -> None:
        raise FeedError(f"{self.url}: a sitemap needs no DOCTYPE; one that has it is not read.")

    def start(self, name: str, _attributes: object) -> None:
        self.depth += 1
        local = name.rpartition(" ")[2]
        if self.depth == 1 and local not in ("urlset", "sitemapindex"):
            raise FeedError(f"{self.url}: this is no sitemap but <{local[:50]}>; give the address of one.")
        if self.depth > MOST_DEPTH:
            raise FeedError(f"{self.url}: the sitemap nests deeper than any sitemap does; it is not read.")
        if self.depth == 2:
            self.entries.append(Entry(is_index=local == "sitemap"))
        self.text = []

    def characters(self, text: str) -> None:
        if self.text is not None and len(self.text) < LONGEST_TEXT:
            self.text.append(text[:LONGEST_TEXT])

    def end(self, name: str) -> None:
        text, self.text = "".join(self.text or ()).strip()[:LONGEST_TEXT], None
        self.depth -= 1
        if self.depth >= 2 and text:
            self.take(name, text)

    def take(self, name: str, text: str) -> None:
        entry, local = self.entries[-1], name.rpartition(" ")[2]
        entry.is_news = entry.is_news or name.startswith(NEWS)
        if local == "loc" and not entry.url:
            entry.url = absolute(self.url, text)
        elif local == "publication_date" or (local == "lastmod" and not entry.moment):
            entry.moment = text
        elif name == f"{NEWS}title":
            entry.title = text
