"""Same words? When two utterances of one speaker are one quote, and what such quotes have in common.

Two utterances are one quote if their words are equal after normalising, or one contains the other, or their
similarity is >= .9 within 30 days. Fragments under six words join only within one article or wire group.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from rapidfuzz import fuzz

SHORTEST_ALONE = 6
SIMILAR = 90.0
NEAR_IN_TIME = timedelta(days=30)
# Winnowing with these: any four words in a row that two quotes share give them a fingerprint in common.
SHINGLE = 3
WINDOW = 2

APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
WORD = re.compile(r"\w+(?:'\w+)*")
# Desks open and close them at will; 's is one only where it cannot be a possessive.
CONTRACTIONS = [
    (re.compile(pattern), full)
    for pattern, full in (
        (r"\bcan't\b", "cannot"),
        (r"\bwon't\b", "will not"),
        (r"n't\b", " not"),
        (r"'re\b", " are"),
        (r"'m\b", " am"),
        (r"'ll\b", " will"),
        (r"'ve\b", " have"),
        (r"\b(it|he|she|that|there|what|who|here)'s\b", r"\1 is"),
    )
]
NEGATION = re.compile(r"no|not|never|none|nobody|nothing|cannot")
TELLING = re.compile(rf"{NEGATION.pattern}|\d\w*")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the decision looks at. ``story`` names the wire story, or else the article, that it stands in."""

    text: str
    said: datetime | None
    story: object


@lru_cache(maxsize=2048)
def normal_words(text: str) -> tuple[str, ...]:
    """The words without case, accents, marks and punctuation; contractions written out."""
    plain = unicodedata.normalize("NFKD", text.translate(APOSTROPHES)).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    for contraction, full in CONTRACTIONS:
        letters = contraction.sub(full, letters)
    return tuple(WORD.findall(letters))


def same_quote(one: Utterance, other: Utterance) -> bool:
    """Are these two utterances of one speaker the same quote?"""
    short, long = sorted((normal_words(one.text), normal_words(other.text)), key=len)
    if not short or (len(short) < SHORTEST_ALONE and one.story != other.story):
        return False
    if contains(long, short):
        return True
    return near_in_time(one, other) and similarity(short, long) >= SIMILAR


def contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Do the words of ``short`` stand in a row in ``long``?"""
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def similarity(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """0 to 100: the share of words that an optimal alignment keeps (indel distance over words).

    Negations turn a sentence round, and so do other numbers: quotes that differ in one are not similar.
    """
    if telling(one) != telling(other):
        return 0.0
    return fuzz.ratio(one, other)


def telling(words: Iterable[str]) -> Counter[str]:
    """The negations and numbers among the words."""
    return Counter("not" if NEGATION.fullmatch(word) else word for word in words if TELLING.fullmatch(word))


def near_in_time(one: Utterance, other: Utterance) -> bool:
    """Unknown dates are not near."""
    return bool(one.said and other.said and abs(one.said - other.said) <= NEAR_IN_TIME)


@lru_cache(maxsize=2048)
def fingerprints(speaker: str, text: str) -> frozenset[int]:
    """Signed 64-bit numbers that this utterance shares with those of the same speaker with like words.

    Winnowed word shingles (Schleimer, Wilkerson and Aiken, SIGMOD 2003) and, so that fragments find
    their equals, the whole text.
    """
    words = normal_words(text)
    shingles = [number(speaker, words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
    windows = (shingles[i : i + WINDOW] for i in range(max(1, len(shingles) - WINDOW + 1)))
    return frozenset((number(speaker, words), *(min(window) for window in windows if window)))


def number(speaker: object, words: Iterable[str]) -> int:
    digest = hashlib.blake2b(f"{speaker}|{' '.join(words)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
