"""The language of an article whose page does not say it and that is too short for statistics."""

import re
from functools import cache

from quotes.extraction.document import Document
from quotes.extraction.language import FOLDER, Words, load_language

from .phrasebook import load_phrasebook

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 400
LEAST_SHARE = 0.12
FEW = 20


def guess_language(document: Document) -> str:
    """The known language whose small words and verbs of saying occur most, ``""`` if hardly any do."""
    low = sample(document)
    counts = {code: sum(word in words for word in low) for code, words in small_words().items()}
    best = max(counts, key=lambda code: (counts[code], code == "en"))
    least = LEAST_SHARE * len(low) if len(low) >= FEW else 1
    return best if counts[best] >= least else ""


def sample(document: Document) -> list[str]:
    words: list[str] = []
    for paragraph in document.paragraphs:
        words += (found.group().lower() for found in WORD.finditer(paragraph.text[: SAMPLE * 10]))
        if len(words) > SAMPLE:
            break
    return words[:SAMPLE]


@cache
def small_words() -> dict[str, Words]:
    """The words of each known language that tell it from others."""
    found = {path.stem: words_of(path.stem) for path in sorted(FOLDER.glob("*.toml"))}
    return {code: words for code, words in found.items() if words}


def words_of(code: str) -> Words:
    book = load_phrasebook(code)
    if book:
        return frozenset(word for word, letter in book.letters.items() if letter in "VXDPH")
    if code != "en":
        return frozenset()
    english = load_language(code)
    groups = ("determiners", "prepositions", "possessives", "conjunctions")
    return (
        english.saying.union(*(english.words("words", group) for group in groups)) if english else frozenset()
    )
