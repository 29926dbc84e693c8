"""Quotes that speak of the same: found by the long words of one, which are seldom those of every other."""

import re

from .listing import in_order
from .models import Quote
from .search import SearchQuery, search

LONG = 5  # letters
MOST_WORDS, SHARED, STEM = 8, 2, 6
CANDIDATES = 20


def similar_quotes(quote: Quote, user, most: int, without: set[int]) -> list[Quote]:
    """Others that share at least two long words with it, the likest first."""
    asked = long_words(quote.text)
    if len(asked) < SHARED:
        return []
    found = search(SearchQuery(text=" OR ".join(asked), size=CANDIDATES, facets=()))
    candidates = [pk for pk in found.ids if pk != quote.pk and pk not in without]
    wanted = set(map(stem, asked))
    alike = [each for each in in_order(candidates, user) if shares(each, wanted)]
    return alike[:most]


def shares(quote: Quote, wanted: set[str]) -> bool:
    return len(wanted & set(map(stem, long_words(quote.text, most=None)))) >= SHARED


def long_words(text: str, most: int | None = MOST_WORDS) -> list[str]:
    """Each once, the longest first."""
    found = dict.fromkeys(word.casefold() for word in re.findall(r"[^\W\d_]+", text) if len(word) >= LONG)
    return sorted(found, key=len, reverse=True)[:most]


def stem(word: str) -> str:
    return word[:STEM]
