"""The article as the page tells it to machines (JSON-LD ``articleBody``), where it is drawn by script."""

import re
from html import unescape
from itertools import islice

from lxml import etree, html

from .base import Role
from .blocks import blocks_of, normalised
from .metadata import Head

Part = tuple[Role, str]

MARKUP = re.compile(r"<(?:p|br|div)[\s/>]", re.IGNORECASE)
FEWEST_WORDS = 50
LONGEST = 500_000  # characters
MOST_LINES = 2_000
MUCH_LONGER = 2  # times as many words as are shown: the page shows no more than the beginning


def fuller(head: Head, parts: list[Part]) -> list[Part]:
    """These parts of the shown page, or what the page tells machines where that is much longer."""
    told = told_parts(head)
    return told if words_of(told) > max(FEWEST_WORDS, MUCH_LONGER * words_of(parts)) else parts


def told_parts(head: Head) -> list[Part]:
    written = head.linked.article.get("articleBody")
    if not isinstance(written, str) or len(written) > LONGEST:
        return []
    text = unescape(written).encode("utf-8", "ignore").decode()  # without lone surrogates
    lines = (normalised(line) for line in lines_of(text))
    return [("body", line) for line in islice(lines, MOST_LINES) if line]


def lines_of(text: str) -> list[str]:
    if not MARKUP.search(text):
        return text.splitlines()
    try:
        return [block.text for block in blocks_of(html.fromstring(f"<div>{text}</div>"))]
    except etree.ParserError:
        return []


def words_of(parts: list[Part]) -> int:
    return sum(len(text.split()) for _, text in parts)
