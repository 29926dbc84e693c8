"""A paragraph as tokens, every marked passage folded into one, each token with a class of one letter.

===== ==========================  ===== ==========================
``Q``  marked passage              ``p``  noun for people
``V``  verb of saying              ``b``  noun for bodies
``X``  auxiliary                   ``t``  title (Dr., Frau)
``H``  personal pronoun            ``N``  other capitalised word
``D``  determiner                  ``I``  initial
``P``  preposition                 ``E``  day or month
``K``  preposition in names too    ``k``  other particle of a name
``#``  number                      ``x``  other word
===== ==========================  ===== ==========================

Punctuation stands for itself, other signs are ``o``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quotes.extraction.document import Paragraph
from quotes.extraction.marks import Passage

from .phrasebook import Phrasebook

ABBREVIATED = (
    r"(?:[Dd]r|Prof|Sr|Sra|Srta|Dra|Jr|jr|jun|sen|Sig|sig|sig\.ra|Dott|dott|dott\.ssa|[Aa]vv|[Ii]ng|M)\."
)
INITIALS = r"(?:[A-ZÄÖÜÉ]\.-?){1,3}"
ELIDED = (
    r"(?:[dljmntscDLJMNTSC]|qu|Qu|un|Un|[dDnNsS]ell|[aAdD]all|[aA]ll|[sS]ull|[qQ]uest|jusqu|lorsqu)['’](?=\w)"
)
SIGNS = {"–": "-", "—": "-", "…": "."}
SENTENCE_STARTS = frozenset("Q.?!:-^(")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of one paragraph; ``passages`` holds the number of a passage or -1."""

    low: list[str]
    words: list[str]
    spans: list[tuple[int, int]]
    passages: list[int]
    letters: str


@cache
def token_pattern(book: Phrasebook) -> re.Pattern[str]:
    """Words keep their hyphens but for pronouns that hang on a verb ("a-t-elle")."""
    hanging = "|".join(sorted(book.enclitics, key=len, reverse=True))
    enclitic = rf"(?:-t)?-(?:{hanging})\b|" if hanging else ""
    guard = rf"(?!(?:t-)?(?:{hanging})\b)" if hanging else ""
    word = rf"[^\W\d_]+(?:-{guard}\w+)*(?:['’]\w+)?"
    return re.compile(rf"{enclitic}{ABBREVIATED}|{INITIALS}|{ELIDED}|\d[\d.,]*\d|{word}|\w+|[^\w\s]")


def tokens_of(paragraph: Paragraph, passages: Sequence[tuple[int, Passage]], book: Phrasebook) -> Tokens:
    """``passages`` are the outermost ones of this paragraph, each with its number."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    numbers: list[int] = []
    for start, end, number in pieces(paragraph, passages):
        found = [(start, end)] if number >= 0 else list(word_spans(paragraph.text, start, end, book))
        spans += found
        numbers += [number] * len(found)
        words += ["“”"] if number >= 0 else [paragraph.text[slice(*span)] for span in found]
    low = [word.lower().replace("’", "'").removeprefix("-t").removeprefix("-") or word for word in words]
    offset = paragraph.start
    return Tokens(
        low, words, [(offset + a, offset + b) for a, b in spans], numbers, letters(words, low, numbers, book)
    )


def pieces(paragraph: Paragraph, passages: Sequence[tuple[int, Passage]]) -> Iterator[tuple[int, int, int]]:
    position = 0
    for number, passage in passages:
        start, end = passage.start - paragraph.start, passage.end - paragraph.start
        yield from ((position, start, -1), (start, end, number))
        position = end
    yield position, len(paragraph.text), -1


MARKS = frozenset("\"“”„‟«»″＂'‘’‚‛‹›`´")


def word_spans(text: str, start: int, end: int, book: Phrasebook) -> Iterator[tuple[int, int]]:
    for found in token_pattern(book).finditer(text, start, end):
        if found.group() not in MARKS:
            yield found.span()


def letters(words: list[str], low: list[str], numbers: list[int], book: Phrasebook) -> str:
    found = ["^"]
    for word, small, number in zip(words, low, numbers, strict=True):
        starting = found[-1] in SENTENCE_STARTS
        found.append("Q" if number >= 0 else letter(word, small, starting, book))
    return "".join(found[1:])


FUNCTION_WORDS = frozenset("DPKHXV")


def letter(word: str, low: str, starting: bool, book: Phrasebook) -> str:
    """The class of a word; function words are names where they are capitalised inside a sentence."""
    first = word[0]
    if first.isdigit():
        return "#"
    if not first.isalpha() and first != "-":
        return SIGNS.get(first, first if first in ",;:.?!()-" else "o")
    known = book.letters.get(low, "")
    if not first.isupper():
        return known or "x"
    if word[-1] == "." and word[:-1].isupper() and known != "t":
        return "I"
    if known and (starting or known not in FUNCTION_WORDS or word[-1] in "'’"):
        return known
    if low in book.words("names", "particles"):
        return "k"
    return compound(low, book) or "N"


def compound(low: str, book: Phrasebook) -> str:
    """The class of a capitalised word whose last part is a known noun."""
    if not book.compounds:
        return ""
    nouns = (low[place:] for place in range(1, len(low) - 2))
    return next((known for noun in nouns if (known := book.letters.get(noun)) in ("p", "b")), "")
