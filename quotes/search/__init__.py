"""Finding quotes: one interface, whatever engine stands behind it."""

from .finding import search, suggest
from .highlights import highlight
from .parser import asked_printings, seen
from .query import FacetCount, Hit, SearchQuery, SearchResult, Term
from .sentences import Check, Match, check_sentence
from .suggestions import Suggestions

__all__ = [
    "Check",
    "FacetCount",
    "Hit",
    "Match",
    "SearchQuery",
    "SearchResult",
    "Suggestions",
    "Term",
    "asked_printings",
    "check_sentence",
    "highlight",
    "search",
    "seen",
    "suggest",
]
