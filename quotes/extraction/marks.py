"""Finds what stands in quotation marks: characters only, whatever the language.

Double marks of every shape are one family, single marks another. Which way a mark faces is
decided by its neighbours first, its shape second and the state of the paragraph last. A mark
that nothing closes runs to the end of its paragraph and into the next one only if that re-opens.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .crowds import crowded
from .document import Paragraph

Family = Literal["double", "single", "unmarked"]
Direction = Literal["open", "close", "either", "none"]

DOUBLE = re.compile(r"([\"“”„‟«»″＂])\1*|''+|``+|‘‘+|’’+|´´+")
SINGLE = re.compile(r"(?<!['‘’‚‛‹›`´])['‘’‚‛‹›`´](?!['‘’‚‛‹›`´])")
OPENING = frozenset("“„‟«‘‚‛‹") | {"``", "‘‘"}
CLOSING = frozenset("”»’›") | {"''", "’’", "´´"}
BEFORE_OPEN = frozenset("([{<—–-−/=~*|>:;…") | {"\u200b"}
AFTER_CLOSE = frozenset(".,;:!?)]}—–-−/…|*<")
WORD = re.compile(r"\w")
TAG = re.compile(r"</?[a-z][^<>]{0,2000}>")
ANY_MARK = frozenset("\"“”„‟«»″＂'‘’‚‛‹›`´")
MARKED = re.compile(f"[{''.join(sorted(ANY_MARK))}]")
ELISION = re.compile(
    r"['‘’`´](?:\d\ds?\b|(?:em|til|tis|twas|cause|n|round|bout|kay|sup|nuff)\b)", re.IGNORECASE
)
INCHES = re.compile(r"(?:['’′]\s?\d{1,2}|\b\d+(?:\.\d+)?)$")
MEASURED = re.compile(
    r"\s?(?:x\b|×|by\b|wide|long|tall|high|deep|thick|diameter|screen|display|tv\b|pipe|monitor)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in marks: ``start:end`` (document offsets) lies inside the marks.

    ``unmarked`` passages are speech that no marks show. ``paragraph`` is an index. ``continues`` is
    true if the passage goes on with the unclosed one of the paragraph before. ``nested`` passages
    stand inside another. ``problem`` is ``""`` or says what is odd about the marks.
    """

    start: int
    end: int
    paragraph: int
    family: Family = "double"
    closed: bool = True
    continues: bool = False
    nested: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    direction: Direction


def find_passages(paragraphs: Sequence[Paragraph]) -> list[Passage]:
    """Every marked passage of the document in reading order, outer ones before those nested in them."""
    found: list[Passage] = []
    crowd = crowded(paragraphs, MARKED)
    for index, paragraph in enumerate(paragraphs):
        if index in crowd or not (MARKED.search(paragraph.text) and WORD.search(paragraph.text)):
            continue
        double = list(double_passages(paragraph.text, index))
        single = list(single_passages(paragraph.text, index, reopens(paragraphs, index + 1)))
        worded = [p for p in double + single if WORD.search(paragraph.text, p.start, p.end)]
        passages = nest(sorted(worded, key=lambda p: (p.start, -p.end)))
        found += [replace(p, start=p.start + paragraph.start, end=p.end + paragraph.start) for p in passages]
    return list(joined(found, paragraphs))


def joined(passages: list[Passage], paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """Marks the unclosed passages whose speech runs on, and those that go on with it."""
    openers = {p.paragraph for p in passages if not p.nested and p.start - paragraphs[p.paragraph].start <= 3}
    unclosed: set[int] = set()
    for passage in passages:
        at_start = not passage.nested and passage.start - paragraphs[passage.paragraph].start <= 3
        if at_start and passage.paragraph - 1 in unclosed:
            passage = replace(passage, continues=True)
        if not passage.closed and not passage.nested:
            if passage.paragraph + 1 in openers:
                unclosed.add(passage.paragraph)
            elif not passage.problem:
                passage = replace(passage, problem="unclosed mark")
        yield passage


def nest(passages: list[Passage]) -> list[Passage]:
    """Marks passages that lie within another; of two that cross, the single-marked one goes."""
    kept: list[Passage] = []
    dropped: set[int] = set()
    stack: list[int] = []
    for passage in passages:
        while stack and kept[stack[-1]].end <= passage.start:
            stack.pop()
        if stack and passage.end > kept[stack[-1]].end:
            if passage.family == "single":
                continue
            if kept[stack[-1]].family == "single":
                dropped.add(stack.pop())
        stack.append(len(kept))
        kept.append(replace(passage, nested=True) if len(stack) > 1 else passage)
    return [passage for place, passage in enumerate(kept) if place not in dropped]


# ---------------------------------------------------------------- double marks


def double_passages(text: str, index: int) -> Iterator[Passage]:
    """The double-marked passages of one paragraph, offsets counted from its start."""
    opened: list[Mark] = []
    last_end = 0
    marks = list(double_marks(text))
    for place, mark in enumerate(marks):
        direction = facing(text, marks, place, bool(opened))
        if direction == "open":
            lost = lost_close(text, opened, mark)
            if lost:
                opened.pop()
                yield passage(text, lost[0], lost[1], index, closed=False, problem="missing closing mark")
            opened.append(mark)
        elif opened:
            first = opened.pop()
            yield passage(text, first.end, mark.start, index)
            last_end = mark.end
        elif last_end == 0 and orphan_close(text, mark):
            yield passage(text, 0, mark.start, index, problem="missing opening mark")
            last_end = mark.end
    if opened:
        yield passage(text, opened[0].end, len(text.rstrip()), index, closed=False)


def passage(text: str, start: int, end: int, index: int, closed: bool = True, problem: str = "") -> Passage:
    """A passage without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Passage(start, end, index, "double", closed, problem=problem)


def lost_close(text: str, opened: list[Mark], mark: Mark) -> tuple[int, int] | None:
    """The passage that an opening mark cuts short: a sentence ended just before it."""
    if not opened:
        return None
    start, end = opened[-1].end, mark.start
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start and text[end - 1] in ".,!?" else None


def facing(text: str, marks: list[Mark], place: int, opened: bool) -> Direction:
    """Which way a mark faces where a passage is open or not."""
    mark = marks[place]
    if mark.direction == "either":
        return "close" if opened else "open"
    wrong = mark.direction == "close" and not opened and turned(text, mark, marks[place + 1 : place + 2])
    return "open" if wrong else mark.direction


TURNED = re.compile(r"[:,]\s?.{1,2}\s(?=\w)")


def turned(text: str, mark: Mark, following: list[Mark]) -> bool:
    """Does a mark that faces the wrong way open words that the next one closes (``He said: ” We know.”``)?"""
    opens = TURNED.match(text, max(0, mark.start - 1 - text[mark.start - 1 : mark.start].isspace()))
    return bool(opens and following) and following[0].direction == "close"


def orphan_close(text: str, mark: Mark) -> bool:
    """Does the first mark of a paragraph close words whose opening mark was forgotten?"""
    return mark.start > 1 and text[mark.start - 1] in ",.!?" and text[mark.end : mark.end + 1] in ("", " ")


def double_marks(text: str) -> Iterator[Mark]:
    tags = [tag.span() for tag in TAG.finditer(text)] if "<" in text else []
    starts = [first for first, _ in tags]
    for found in DOUBLE.finditer(text):
        start, end = found.span()
        tag = bisect_left(starts, start) - 1
        if tag >= 0 and start < tags[tag][1]:
            continue
        if found.group() in ('"', "″", "''", "”") and inches(text, start, end):
            continue
        yield Mark(start, end, direction(text, start, end, found.group(1) or found.group()))


def inches(text: str, start: int, end: int) -> bool:
    """5'10" and 27" wide are measures, not marks."""
    before = INCHES.search(text, max(0, start - 8), start)
    if not before:
        return False
    return before.group()[0] in "'’′" and not text[end : end + 1].isalpha() or bool(MEASURED.match(text, end))


def direction(text: str, start: int, end: int, mark: str) -> Direction:
    """Which way a mark faces, by its neighbours, then by its shape."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens_here = not before or before.isspace() or before in BEFORE_OPEN or before in ANY_MARK
    closes_here = not after or after.isspace() or after in AFTER_CLOSE or after in ANY_MARK
    if opens_here != closes_here:
        return "open" if opens_here else "close"
    if mark in OPENING:
        return "open"
    return "close" if mark in CLOSING else "either"


# ---------------------------------------------------------------- single marks


def reopens(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Does this paragraph begin with a single mark, as one does that goes on with the speech before?"""
    return index < len(paragraphs) and opens_single(paragraphs[index].text, 0)


def single_passages(text: str, index: int, runs_on: bool) -> Iterator[Passage]:
    """The single-marked passages of one paragraph: those that something closes.

    Where the speech may run on into the next paragraph, also one that opens it or stands behind a colon.
    """
    marks = [found.start() for found in SINGLE.finditer(text)]
    openers = [start for start in marks if opens_single(text, start)]
    closers = [start for start in marks if closes_single(text, start)] if openers else []
    position = 0
    for start in openers:
        end = single_end(text, start, closers) if start >= position else None
        if end is not None:
            yield Passage(start + 1, end, index, "single")
            position = end + 1
        elif runs_on and start >= position and text[:start].rstrip()[-1:] in ("", ":", ","):
            yield Passage(start + 1, len(text.rstrip()), index, "single", closed=False)
            return


def opens_single(text: str, start: int) -> bool:
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if before and not (before.isspace() or before in BEFORE_OPEN or before in '"“„«'):
        return False
    if not after or not (after.isalnum() or after in "$£€#@.([…"):
        return False
    return text[start - 1 : start + 1] != "''" and not ELISION.match(text, start)


def closes_single(text: str, start: int) -> bool:
    before, after = text[start - 1 : start], text[start + 1 : start + 2]
    if not before or before.isspace() or before in "'‘’`":
        return False
    return not after or after.isspace() or after in AFTER_CLOSE or after in '"”“»'


def single_end(text: str, start: int, closers: list[int]) -> int | None:
    """Where the passage that opens at ``start`` ends: a plural's apostrophe does not close it."""
    place = bisect_left(closers, start + 2)
    following = closers[place : place + 12]
    for place, close in enumerate(following):
        if text[close - 1] not in "sS" or text[close + 1 : close + 2] not in (" ", "\xa0"):
            return close
        rest = following[place + 1 :]
        another = next((c for c in rest if text[c - 1] not in "sS"), None)
        reopened = another is not None and any(
            opens_single(text, m.start()) for m in SINGLE.finditer(text, close + 1, another)
        )
        if another is None or reopened:
            return close
    return None
