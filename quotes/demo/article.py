"""The demo's articles, one readable file each: fields as TOML between lines of ``+++``, then blocks.

Blocks are separated by empty lines. A plain block is a paragraph; a mark at its start makes it something else
(see ``MARKS``). ``@first`` and ``@corrected`` before a block keep it to that edition of the article.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

MARKS = {
    "## ": "subheading",
    "> ": "block_quote",
    "@pull ": "pull_quote",
    "@post ": "post",
    "@note ": "note",
    "@also": "also",
}
STRONG = re.compile(r"\*\*([^*]{1,300})\*\*")
EMPHASIS = re.compile(r"\*([^*]{1,300})\*")


class Edition(StrEnum):
    """Whether the site still shows what it printed first, or has corrected it."""

    FIRST = "first"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body; ``note`` says whose a pull quote or a post is."""

    kind: str
    html: SafeString
    note: SafeString


@dataclass(frozen=True, slots=True)
class Article:
    """``path`` is its address on the outlet's site, ``number`` the outlet's own, ``related`` other slugs."""

    slug: str
    path: str
    title: str
    standfirst: str
    section: str
    authors: list[str]
    published: datetime
    blocks: tuple[Block, ...]
    related: list[str]
    language: str = "en"
    modified: datetime | None = None
    number: str | int = ""
    picture: str = ""
    caption: str = ""
    comments: bool = False

    @property
    def changed(self) -> datetime:
        return self.modified or self.published


def read_article(file: Path, address: str, edition: Edition) -> Article:
    """The article in this file; ``address`` is the outlet's pattern for paths."""
    _, front, body = file.read_text(encoding="utf-8").split("+++\n", 2)
    fields = tomllib.loads(front)
    correction = fields.pop("correction", {})
    if edition is Edition.CORRECTED:
        fields |= correction
    fields["slug"] = file.stem.split("-", 3)[3]
    return Article(path=address.format(**fields), blocks=blocks(body, edition), **fields)


def blocks(body: str, edition: Edition) -> tuple[Block, ...]:
    chunks = (in_edition(chunk.strip(), edition) for chunk in body.split("\n\n"))
    return tuple(block(chunk) for chunk in chunks if chunk)


def in_edition(chunk: str, edition: Edition) -> str:
    """The block without its edition, or nothing if it belongs to the other one."""
    for other in Edition:
        if chunk.startswith(f"@{other} "):
            return chunk.removeprefix(f"@{other} ") if other is edition else ""
    return chunk


def block(chunk: str) -> Block:
    for mark, kind in MARKS.items():
        if chunk.startswith(mark):
            text, _, note = chunk.removeprefix(mark).partition(" | ")
            return Block(kind, inline(text), inline(note))
    return Block("paragraph", inline(chunk), inline(""))


def inline(text: str) -> SafeString:
    """HTML of a line with ``**strong**`` and ``*emphasised*`` words."""
    html = STRONG.sub(r"<strong>\1</strong>", escape(text))
    return mark_safe(EMPHASIS.sub(r"<em>\1</em>", html))  # noqa: S308 -- escaped above
