"""The shapes that cross a scraper: a page as fetched goes in, a parsed article comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

Role = Literal[
    "headline",
    "standfirst",
    "body",
    "subheading",
    "block_quote",
    "pull_quote",
    "caption",
    "list",
    "embed",
    "question",
]

SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A document as fetched or supplied: undecoded bytes, its final URL and its response headers."""

    content: bytes
    url: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article; ``start`` is its offset in the ``text`` of the parsed article."""

    text: str
    role: Role = "body"
    start: int = 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a scraper read in a page.

    ``text`` is what offsets count in: for a page its paragraphs joined by ``SEPARATOR``, for plain
    text exactly that text. ``published`` and ``modified`` are ISO 8601 with the page's own offset
    from UTC, not converted, or ``""``. ``language`` is an ISO 639-1 code or ``""``. ``variants`` are the
    addresses at which the page says that it stands as AMP or for telephones.
    ``flags`` name what a curator should know: ``"paywalled"``, ``"consent"``, ``"soft-404"``, ``"liveblog"``,
    and ``"layout-changed"`` where a publisher's scraper no longer knows its pages.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    outlet: str = ""
    language: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    canonical_url: str = ""
    variants: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class Scraper(Protocol):
    """Reads the pages of one publisher, or of any. ``name`` and ``version`` are stored with each reading."""

    name: str
    version: str

    def parse(self, page: Page) -> Parsed:
        """The article on this page; raises ``UnreadableError`` where there is none."""


def joined(blocks: list[tuple[Role, str]]) -> tuple[str, tuple[Paragraph, ...]]:
    """The text of these blocks and the blocks as paragraphs at their offsets in it."""
    paragraphs, start = [], 0
    for role, text in blocks:
        paragraphs.append(Paragraph(text, role, start))
        start += len(text) + len(SEPARATOR)
    return SEPARATOR.join(text for _, text in blocks), tuple(paragraphs)
