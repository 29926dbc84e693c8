"""Finding quotes: one interface, whatever engine stands behind it."""

from .finding import search
from .query import FacetCount, Hit, SearchQuery, SearchResult, Term

__all__ = ["FacetCount", "Hit", "SearchQuery", "SearchResult", "Term", "search"]
