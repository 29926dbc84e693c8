"""What must be counted before a parser sees a page.

libxml2 takes minutes over an element of 200,000 attributes, the extractors take a quarter of a minute over
200,000 elements, and what is nested too deep is lost without an error. No article needs as many.
"""

import re
from collections.abc import Mapping

from .errors import EmptyPageError, NotHtmlError, OverloadedPageError

MAX_CHARACTERS = 10_000_000
MAX_ELEMENTS = 30_000
MAX_ATTRIBUTES = 500

MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "compressed data"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x00\x00\x00\x18ftyp", "a video"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
)
FOREIGN_TYPES = re.compile(r"(?:image|audio|video|font)/|application/(?:pdf|json|zip|octet-stream|msword)")
# Start tags as browsers read them (https://html.spec.whatwg.org/#tokenization): quotes count only after "=".
# Every repetition is possessive, so that no input makes the pattern go back.
ATTRIBUTE = r"""[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
ATTRIBUTES = rf"(?:[\s/=]++|{ATTRIBUTE})*+"
COMMENT = r"<!--(?:-?>|[^-]*+(?:-(?!->)[^-]*+)*+)"
RAW_TEXT = r"[^<]*+(?:<(?!/(?:script|style))[^<]*+)*+"
TAG = re.compile(
    rf"{COMMENT}|<(?:(?:script|style)(?=[\s/>])(?P<raw>{ATTRIBUTES})>{RAW_TEXT}|[a-z][^\s/>]*+(?P<plain>{ATTRIBUTES}))",
    re.IGNORECASE,
)


def refuse_foreign(content: bytes, headers: Mapping[str, str]) -> None:
    """Raises ``NotHtmlError`` or ``EmptyPageError`` where ``content`` cannot be a web page."""
    start = content[:1024].lstrip()
    if not start and not content.strip():
        raise EmptyPageError("The page is empty: the server sent no text at all.")
    for magic, what in MAGIC:
        if start.startswith(magic):
            raise NotHtmlError(f"This is {what}, not a web page.")
    declared = (
        "".join(value for name, value in headers.items() if name.lower() == "content-type").strip().lower()
    )
    if b"<" not in content and FOREIGN_TYPES.match(declared):
        raise NotHtmlError(f"The server calls this {declared.split(';')[0]}, which is not a web page.")


def refuse_overload(html: str) -> None:
    """Raises ``OverloadedPageError`` where ``html`` would stall a parser, ``NotHtmlError`` without a tag."""
    if len(html) > MAX_CHARACTERS:
        raise OverloadedPageError(f"The page has {len(html):,} characters; {MAX_CHARACTERS:,} is the limit.")
    tags = [found for found in TAG.finditer(html) if found.lastgroup]
    if not tags:
        raise NotHtmlError("The page has no HTML element; read plain text with --text instead.")
    if len(tags) > MAX_ELEMENTS:
        raise OverloadedPageError(f"The page has {len(tags):,} elements; {MAX_ELEMENTS:,} is the limit.")
    if (most := most_attributes(tags)) > MAX_ATTRIBUTES:
        raise OverloadedPageError(
            f"An element of the page has {most:,} attributes; {MAX_ATTRIBUTES:,} is the limit."
        )


def most_attributes(tags: list[re.Match[str]]) -> int:
    """The attributes of the element that has most; an attribute takes at least two characters."""
    written = [found["raw"] or found["plain"] or "" for found in tags]
    long = [text for text in written if len(text) > 2 * MAX_ATTRIBUTES]
    return max((sum(1 for _ in re.finditer(ATTRIBUTE, text)) for text in long), default=0)
