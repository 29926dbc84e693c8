"""The visible text of a page, block by block, as a browser's search sees it."""

import unicodedata
from collections.abc import Iterator

from lxml import etree, html

# Elements that do not begin a block of their own, and those whose text nobody sees.
INLINE_NAMES = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp
small span strike strong sub sup time tt u var wbr
"""
UNSEEN_NAMES = """
head script style noscript template textarea select option iframe object audio video svg math canvas
"""
INLINE, UNSEEN = frozenset(INLINE_NAMES.split()), frozenset(UNSEEN_NAMES.split())


def collapsed(words: str) -> str:
    """Composed, without soft hyphens, each run of white space one blank."""
    return " ".join(unicodedata.normalize("NFC", words).replace("\u00ad", "").split())


def text_blocks(content: str) -> list[str]:
    """The visible text of an HTML page, one string a block, white space collapsed; empty for no HTML."""
    try:
        root = html.document_fromstring(content, parser=html.HTMLParser(huge_tree=False))
    except (etree.ParserError, ValueError):
        return []
    blocks = (collapsed(block) for block in "".join(visible(root)).split("\0"))
    return [block for block in blocks if block]


def visible(root: html.HtmlElement) -> Iterator[str]:
    """The pieces of text in document order, with NUL wherever a block begins or ends."""
    unseen: html.HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and unseen is None and is_unseen(element):
            unseen = element
        if unseen is None:
            yield from shown(event, element)
        elif event == "end" and element is unseen:
            unseen = None
            yield plain(element.tail)


def shown(event: str, element: html.HtmlElement) -> Iterator[str]:
    if event == "start":
        yield edge(element) + plain(element.text)
    elif event == "end":
        yield edge(element) + plain(element.tail)
    else:
        yield plain(element.tail)


def plain(text: str | None) -> str:
    return (text or "").replace("\0", "")


def edge(element: html.HtmlElement) -> str:
    return "" if element.tag in INLINE else "\0"


def is_unseen(element: html.HtmlElement) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return element.tag in UNSEEN or element.get("hidden") is not None or "display:none" in style
