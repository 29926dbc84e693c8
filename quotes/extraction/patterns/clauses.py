"""The reporter's clauses inside the marks: « Le port, assure-t-elle, a gelé. » is speech in two pieces."""

from collections.abc import Iterator
from dataclasses import replace

from quotes.extraction.document import Document, Paragraph
from quotes.extraction.marks import Passage

from .matching import Match, forward
from .paragraph import Tokens, tokens_of
from .phrasebook import Phrasebook

ENDS = frozenset(",.?!")


def without_clauses(document: Document, passage: Passage, book: Phrasebook) -> Iterator[Passage]:
    """The passage, or its pieces before and after each such clause."""
    if not book.within:
        yield passage
        return
    text = document.slice(passage.start, passage.end)
    tokens = tokens_of(Paragraph(text, start=passage.start), (), book)
    start = passage.start
    for comma, last in clauses(tokens, book):
        yield replace(passage, start=start, end=tokens.spans[comma][0])
        start = tokens.spans[last + 1][1]
        while start < passage.end and document.slice(start, start + 1).isspace():
            start += 1
    if start < passage.end:
        yield replace(passage, start=start)


def clauses(tokens: Tokens, book: Phrasebook) -> Iterator[tuple[int, int]]:
    """The token of the comma and the clause's last one; another comma or the end of a sentence follows."""
    after = 1
    for comma, letter in enumerate(tokens.letters):
        last = clause_end(tokens, comma, book) if letter == "," and comma >= after else None
        if last:
            yield comma, last
            after = last + 3


def clause_end(tokens: Tokens, comma: int, book: Phrasebook) -> int | None:
    for _, elements in book.within:
        found = forward(tokens, comma + 1, elements, Match(first=comma, last=comma))
        if found and tokens.letters[found.last + 1 : found.last + 2] in ENDS:
            return found.last
    return None
