"""The blocks of a page: its runs of text between the borders of block elements, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from .words import word_list

INLINE = word_list(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr label nobr img picture source path
    """
)
BREAK = "\x1e"  # a single line break, until it is known to be more than a space
# A transcript's turn begins with a name of up to four words and a colon.
TURN = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,3}: ")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text; ``element`` is the block element around it, ``text`` has single spaces.

    ``linked`` and ``bold`` are the shares (0 to 1) of its characters within links and within bold type.
    """

    element: HtmlElement
    text: str
    linked: float = 0.0
    bold: float = 0.0


def blocks_of(root: HtmlElement) -> list[Block]:
    """The blocks below ``root``; a doubled line break ends a block as a new element does."""
    return list(BlockWalk(root).blocks())


def normalised(text: str) -> str:
    """``text`` with single spaces, without characters that nobody sees."""
    return " ".join(text.translate(INVISIBLE).split())


def brief_text(element: HtmlElement, longest: int) -> str:
    """The text of an element, or ``""`` if it is longer than ``longest``; looks at no more than that."""
    pieces, size = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        size += len(piece) + 1
        if size > longest:
            return ""
    return normalised("".join(pieces))


@dataclass(slots=True)
class Run:
    """The text gathered since the last border."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    breaks: int = 0

    @property
    def is_bold(self) -> bool:
        """Whether all of it is: a line in bold type, as an interviewer's question, is a block of its own."""
        return self.bold > 0 and self.bold == sum(len(piece.strip()) for piece in self.pieces)


class BlockWalk:
    """One walk over a tree; keeps the stack of open block elements, links and bold elements."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.stack: list[HtmlElement] = [root]
        self.links = 0
        self.bolds = 0
        self.run = Run()

    def blocks(self) -> Iterator[Block]:
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if event == "start":
                yield from self.open(element)
            else:
                yield from self.close(element)
        yield from self.flush()

    def open(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag == "br":
            yield from self.line_break()
        elif element.tag not in INLINE:
            yield from self.flush()
            self.stack.append(element)
        self.count(element, +1)
        self.take(element.text)

    def close(self, element: HtmlElement) -> Iterator[Block]:
        self.count(element, -1)
        if element.tag not in INLINE and element.tag != "br":
            yield from self.flush()
            self.stack.pop()
        if element is not self.root:
            self.take(element.tail)

    def count(self, element: HtmlElement, step: int) -> None:
        if element.tag == "a":
            self.links += step
        elif element.tag in ("b", "strong"):
            self.bolds += step

    def line_break(self) -> Iterator[Block]:
        self.run.breaks += 1
        if self.run.breaks > 1 or self.run.is_bold:
            yield from self.flush()
        else:
            self.run.pieces.append(BREAK)

    def take(self, text: str | None) -> None:
        if not text:
            return
        run = self.run
        run.pieces.append(text)
        if text.isspace():
            return
        run.breaks = 0
        size = len(text.strip())
        run.linked += size if self.links else 0
        run.bold += size if self.bolds else 0

    def flush(self) -> Iterator[Block]:
        if not self.run.pieces:
            self.run.breaks = 0
            return
        run, self.run = self.run, Run()
        written = "".join(run.pieces)
        if written.isspace():
            return
        size = sum(len(piece.strip()) for piece in run.pieces)
        for text in lines_of(written):
            yield Block(self.stack[-1], text, share(run.linked, size), share(run.bold, size))


def lines_of(written: str) -> list[str]:
    """The normalised text of a run, one for each turn where its lines are turns; none if blank."""
    lines = [text for line in written.split(BREAK) if (text := normalised(line))]
    turns = sum(TURN.match(line) is not None for line in lines)
    return lines if turns > 1 else [" ".join(lines)] if lines else []


def share(part: int, whole: int) -> float:
    return min(1.0, part / whole) if whole else 0.0
