"""What the capitals of a whole article tell: which ordinary words are names in it, and what is a headline."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from .language import Language
from .names import SUFFIXES, first_names

STARTERS = frozenset(".?!:;-–—“”•*(") | {"...", "“”"}


@dataclass(frozen=True, slots=True)
class Capitals:
    """The places of an article's capitalised words, where paragraphs start, which of these are headlines."""

    words: list[str]
    low: list[str]
    places: list[int]
    starts: frozenset[int]
    headlines: frozenset[int]


def capitals(words: list[str], low: list[str], paragraphs: list[tuple[int, int]]) -> Capitals:
    places = [place for place, word in enumerate(words) if word[0].isupper()]
    headlines = frozenset(
        number for number, (start, end) in enumerate(paragraphs) if title_case(words[start:end])
    )
    return Capitals(words, low, places, frozenset(start for start, _ in paragraphs), headlines)


def inner_names(found: Capitals, paragraphs: list[tuple[int, int]]) -> set[str]:
    """Words (in lower case) that stand capitalised within a sentence; headlines capitalise anything."""
    words, low = found.words, found.low
    left_out = set(found.starts)
    for number in found.headlines:
        left_out.update(range(*paragraphs[number]))
    return {
        low[place] for place in found.places if place not in left_out and words[place - 1] not in STARTERS
    }


@cache
def bodies_and_places(language: Language) -> frozenset[str]:
    return language.words("names", "places") | language.words("names", "organisation_words")


def surnames(capitals: Capitals, titles: frozenset[str], language: Language) -> set[str]:
    """Titles and ordinary words that are surnames in this article: Mr. King, Howard Dean, Leslie Field."""
    first, honorifics = first_names().gender, language.words("titles", "honorifics")
    others, words, low = bodies_and_places(language), capitals.words, capitals.low
    found = set()
    for place, following in pairwise(capitals.places):
        if following != place + 1 or following in capitals.starts:
            continue
        name, word = low[place], low[place + 1]
        following = place + 2 if low[place + 2 : place + 3] and low[place + 2] not in SUFFIXES else place + 3
        alone = not (following < len(words) and words[following][0].isupper())
        if alone and (
            name in honorifics or (name in first and (word in titles or is_surname(name, word, others)))
        ):
            found.add(word)
    return found


def is_surname(name: str, word: str, others: frozenset[str]) -> bool:
    """Is a capitalised word after a first name its surname, and not a place's or body's last word?"""
    return name not in others and word not in others and word.isalpha()


def title_case(words: list[str]) -> bool:
    """Is this a headline In Which Every Word Is Capitalised?"""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)
