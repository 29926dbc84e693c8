"""RSS, Atom and JSON feeds: bytes in, announced articles out."""

import codecs
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any

import feedparser

from archive.errors import FeedError

from .found import MOST, Found, absolute, distinct, moment_of, plain, plausible
from .unpacked import unpacked

ITEM_START = re.compile(rb"<(item|entry)[\s>]")
CLOSING = {b"item": b"</channel></rss>", b"entry": b"</feed>"}
MOST_BYTES = 5_000_000
# How a document begins whose characters take two or four bytes each; the marks of four come first.
WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
JSON_FEED = "https://jsonfeed.org/version/"


def read_feed(content: bytes, url: str) -> list[Found]:
    """The articles of a feed; raises ``FeedError`` where the content is none."""
    content = narrow(b"".join(unpacked(content, url)))
    if content.lstrip()[:1] == b"{":
        return distinct(json_items(content, url))
    return distinct(xml_items(content, url))


def narrow(content: bytes) -> bytes:
    """The same in UTF-8 where its characters take more bytes: what limits it looks for the bytes of tags."""
    codec = next((codec for start, codec in WIDE if content.startswith(start)), "")
    if not codec:
        return content.removeprefix(codecs.BOM_UTF8)
    text = content.decode(codec, errors="replace")
    return DECLARATION.sub("", text, count=1).encode()


def xml_items(content: bytes, url: str) -> Iterator[Found]:
    parsed = feedparser.parse(
        BytesIO(cut(content)),  # a stream: feedparser would take bytes for the name of a file
        response_headers={"content-location": url},
        sanitize_html=False,
    )
    if not parsed.get("version") and not parsed.entries:
        raise FeedError(f"{url}: this is no RSS, Atom or JSON feed; give the address of one.")
    return (found_of(entry, url) for entry in parsed.entries)


def cut(content: bytes) -> bytes:
    """The feed up to its item number ``MOST``: the parser takes up to a millisecond for each."""
    for number, start in enumerate(ITEM_START.finditer(content)):
        if number == MOST or start.start() > MOST_BYTES:
            return content[: start.start()] + CLOSING[start[1]]
    return content


def found_of(entry: Any, url: str) -> Found:
    link = entry.get("feedburner_origlink") or entry.get("link", "")
    moment = entry.get("published_parsed" if "published_parsed" in entry else "updated_parsed")
    return Found(absolute(url, link), utc(moment), plain(entry.get("title", "")))


def utc(moment: struct_time | None) -> datetime | None:
    try:
        return plausible(datetime(*moment[:6], tzinfo=UTC)) if moment else None
    except ValueError:  # the 60th second of a leap second, the year 0
        return None


def json_items(content: bytes, url: str) -> Iterator[Found]:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{url}: the JSON feed is broken ({type(error).__name__}).") from error
    if not str(feed.get("version", "")).startswith(JSON_FEED) or not isinstance(feed.get("items"), list):
        raise FeedError(f"{url}: this JSON is no JSON Feed; give the address of one.")
    return (json_found(item, url) for item in feed["items"][:MOST] if isinstance(item, dict))


def json_found(item: dict[str, Any], url: str) -> Found:
    date, title = (str(item.get(name) or "") for name in ("date_published", "title"))
    return Found(absolute(url, json_link(item)), moment_of(date), plain(title))


def json_link(item: dict[str, Any]) -> str:
    """Its page, else the page elsewhere that it is about, else its id where that is a whole address."""
    link, elsewhere, name = (str(item.get(key) or "") for key in ("url", "external_url", "id"))
    return link or elsewhere or (name if name.startswith(("http://", "https://")) else "")
