"""Tags of an HTML page with their attributes, found in linear time, without building a tree."""

import re
from collections.abc import Iterator
from html import unescape

MOST_BYTES = 5_000_000
ATTRIBUTE = re.compile(
    r"""([a-z][a-z-]{0,30})\s{0,20}=\s{0,20}(?:"([^"]{0,2500})"|'([^']{0,2500})'|([^\s"'>]{1,2500}))""",
    re.IGNORECASE,
)
TAG = re.compile(r"<(a|base|link)\s([^<>]{1,4000})>", re.IGNORECASE)

Tag = tuple[str, dict[str, str]]


def tags(content: bytes) -> Iterator[Tag]:
    """The ``a``, ``base`` and ``link`` elements, names in lower case, in the order of the page."""
    for tag in TAG.finditer(content[:MOST_BYTES].decode("utf-8", errors="replace")):
        yield tag[1].lower(), attributes(tag[2])


def attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
