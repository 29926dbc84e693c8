"""The text of an article with its quotes marked: plain data that a template draws."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from archive.scrapers.base import Paragraph
from archive.withheld import collapsed


class Marked(Protocol):
    """What is marked: an occurrence, with offsets in the same text as the paragraphs'."""

    pk: int
    segments: list[list[int]]
    repeats: list[list[list[int]]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that belong together. ``anchor``: the passage starts here; ``repeat``: printed a second time."""

    text: str
    occurrence: Marked | None = None
    anchor: bool = False
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as its pieces, in order; together they are its text, as far as it is shown."""

    role: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    occurrence: Marked
    anchor: bool = False
    repeat: bool = False


def marked(paragraphs: Iterable[Paragraph], occurrences: Iterable[Marked]) -> list[Block]:
    """The paragraphs cut into pieces; where marks overlap, the earlier one keeps the words."""
    marks = sorted(
        (mark for occurrence in occurrences for mark in marks_of(occurrence)),
        key=lambda mark: (mark.start, -mark.end),
    )
    return [Block(paragraph.role, tuple(pieces(paragraph, marks))) for paragraph in paragraphs]


def marks_of(occurrence: Marked) -> Iterable[Mark]:
    for number, (start, end) in enumerate(occurrence.segments):
        yield Mark(start, end, occurrence, anchor=number == 0)
    for repeat in occurrence.repeats:
        for start, end in repeat:
            yield Mark(start, end, occurrence, repeat=True)


def pieces(paragraph: Paragraph, marks: Sequence[Mark]) -> Iterable[Piece]:
    """The words between and in the marks; a mark inside another leaves its anchor, without words."""
    cursor, end = paragraph.start, paragraph.start + len(paragraph.text)

    def words(start: int, stop: int) -> str:
        return collapsed(paragraph.text[start - paragraph.start : stop - paragraph.start])

    for mark in marks:
        if not (paragraph.start <= mark.start < end):
            continue
        begin, stop = max(mark.start, cursor), min(mark.end, end)
        if begin > cursor:
            yield Piece(words(cursor, begin))
        if stop > begin or mark.anchor:
            yield Piece(words(begin, stop), mark.occurrence, mark.anchor, mark.repeat)
        cursor = max(cursor, stop)
    if cursor < end:
        yield Piece(words(cursor, end))


def around(paragraphs: Sequence[Paragraph], start: int, end: int, neighbours: int = 1) -> Sequence[Paragraph]:
    """The paragraphs that hold these offsets, with so many neighbours of the running text on both sides."""
    running = [p for p in paragraphs if p.role != "headline" or p.start <= start < p.start + len(p.text)]
    held = [i for i, p in enumerate(running) if p.start < end and start < p.start + len(p.text)]
    if not held:
        return []
    return running[max(0, held[0] - neighbours) : held[-1] + 1 + neighbours]
