"""What the capitals of a whole article tell: which ordinary words are names in it, and what is a headline."""

from .language import Language
from .names import SUFFIXES, first_names

STARTERS = frozenset(".?!:;-–—“”•*(") | {"...", "“”"}


def inner_names(words: list[str], low: list[str], paragraphs: list[tuple[int, int]]) -> set[str]:
    """Words (in lower case) that stand capitalised within a sentence; headlines capitalise anything."""
    return {
        low[place]
        for start, end in paragraphs
        if not title_case(words[start:end])
        for place in range(start + 1, end)
        if words[place][0].isupper() and words[place - 1] not in STARTERS
    }


def surnames(words: list[str], low: list[str], titles: frozenset[str], language: Language) -> set[str]:
    """Titles and ordinary words that are surnames in this article: Mr. King, Howard Dean, Leslie Field."""
    first, honorifics = first_names().gender, language.words("titles", "honorifics")
    others = language.words("names", "places") | language.words("names", "organisation_words")
    found = set()
    for place in range(len(words) - 1):
        name, word = low[place], low[place + 1]
        if not (words[place][0].isupper() and words[place + 1][0].isupper()):
            continue
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
