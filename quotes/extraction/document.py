"""What an engine reads: an article as paragraphs with roles."""

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article.

    ``start`` is the offset of its first character in the text that the offsets of the
    extracted quotes count in: paragraphs never overlap and stand in rising order.
    """

    text: str
    role: Role = "body"
    start: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its paragraphs and the metadata that tells who may be speaking.

    ``language`` is an ISO 639-1 code, or ``""`` where unknown. ``authors`` are full names;
    the first is the speaker of a first-person piece. ``outlet`` names the publication.
    """

    paragraphs: tuple[Paragraph, ...]
    language: str = "en"
    title: str = ""
    authors: tuple[str, ...] = field(default=())
    outlet: str = ""

    def slice(self, start: int, end: int) -> str:
        """The words at these offsets, which must lie within one paragraph.

        Raises ``ValueError`` if they do not.
        """
        place = bisect_right(self.paragraphs, start, key=attrgetter("start")) - 1
        paragraph = self.paragraphs[place] if place >= 0 else None
        if paragraph and start <= end <= paragraph.end:
            return paragraph.text[start - paragraph.start : end - paragraph.start]
        raise ValueError(f"{start}:{end} does not lie within one paragraph")
