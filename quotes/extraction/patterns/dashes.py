"""Dialogue without quotation marks: a paragraph that begins with a dash is spoken.

``—No lo sé —dijo Ana Ruiz—. Mañana lo veremos.`` and ``— Je ne sais pas, dit Anne Roy.``
"""

import re
from collections.abc import Iterator, Sequence

from quotes.extraction.document import Paragraph
from quotes.extraction.marks import Passage

from .phrasebook import Phrasebook

LONGEST_TAG = 120
WORD = re.compile(r"[^\W\d_]+")


def dash_passages(paragraphs: Sequence[Paragraph], taken: set[int], book: Phrasebook) -> Iterator[Passage]:
    """The spoken parts of such paragraphs that tell who speaks; ``taken`` are those with marks."""
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if number in taken or text[:1] not in book.dashes:
            continue
        for start, end in spoken(text, book):
            yield Passage(paragraph.start + start, paragraph.start + end, number)


def spoken(text: str, book: Phrasebook) -> list[tuple[int, int]]:
    """The spans between dashes that do not begin with a verb of saying; none if no such clause is there."""
    cuts = [place for place, sign in enumerate(text) if sign == text[0]]
    if len(cuts) > 1:
        parts = [trimmed(text, a + 1, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
        tags = [says(text[start:end], book) for start, end in parts]
        return (
            [part for part, tag in zip(parts, tags, strict=True) if not tag and part[0] < part[1]]
            if any(tags)
            else []
        )
    for comma in (place for place, sign in enumerate(text) if sign in ",?!"):
        if says(text[comma + 1 : comma + LONGEST_TAG], book):
            return [trimmed(text, 1, comma + (text[comma] != ","))]
    return []


def says(clause: str, book: Phrasebook) -> bool:
    """Does the clause begin with a verb of saying (or its auxiliary and pronoun)?"""
    low = [word.lower() for word in WORD.findall(clause)[:4]]
    letters = "".join(book.letters.get(word, "x") for word in low if word != "t")
    return re.match(r"H?V|X[HR]?V", letters) is not None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, and without the stop that belongs to the clause before."""
    while start < end and (text[start].isspace() or text[start] in ".,"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
