"""What a search engine must be able to do; tantivy does it today, a cluster could tomorrow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from .document import QuoteDocument
from .nodes import Node
from .query import FacetCount, Hit, SearchQuery


@dataclass(frozen=True, slots=True)
class Found:
    """One page, and counts over everything that was found."""

    hits: list[Hit]
    total: int
    facets: dict[str, list[FacetCount]] = field(default_factory=dict)
    next_cursor: str | None = None
    previous_cursor: str | None = None


class Writer(Protocol):
    """Writes documents; nobody sees them before ``commit``, and everybody after it."""

    def put(self, documents: Sequence[QuoteDocument]) -> None:
        """Add or replace documents."""

    def remove(self, quote_ids: Iterable[int]) -> None: ...

    def commit(self) -> None: ...

    def tidy(self) -> None:
        """Make it quick to search after many small commits; the last thing that is done with a writer."""


class Engine(Protocol):
    """Reads the index as it was last committed. Raises ``IndexMissing`` or ``IndexBroken``."""

    def search(self, query: SearchQuery, node: Node | None) -> Found:
        """``node`` is what ``query.text`` means."""

    def count(self, query: SearchQuery, node: Node | None) -> int: ...

    def forget(self) -> None:
        """Count anew what was counted for earlier searches: to measure."""

    def knows(self, word: str) -> bool:
        """Does this very word stand anywhere in the index?"""

    def corrections(self, word: str) -> Sequence[tuple[str, int]]:
        """Indexed words that a misspelt one may stand for, with their quotes; the likeliest first."""

    def speakers(self, parts: Sequence[str], limit: int) -> list[FacetCount]:
        """Those with all these words in their names, the last perhaps unfinished; most quoted first."""

    def outlets(self) -> list[FacetCount]:
        """All of them, most quotes first."""

    def alike(self, parts: Sequence[str], limit: int) -> list[int]:
        """Quotes that share most words with these, the most alike first."""

    def digests(self) -> Mapping[int, int]:
        """Of every document, by quote id."""
