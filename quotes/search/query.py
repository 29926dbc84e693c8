"""What is asked of the search and what it answers: no engine's type crosses this border."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Self

Sort = Literal["relevance", "newest", "oldest"]
FACETS = ("speaker", "outlet", "year", "kind", "topic")


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Words as typed (the query language of ``parser``) and what narrows them.

    ``speaker``, ``outlet`` and ``topic`` are slugs; ``since`` and ``until`` are inclusive days in the site's
    time zone, and hold, together with ``outlet``, for one and the same printing of a quote. An empty ``kind``
    means direct quotes and fragments; indirect speech is found only where it is asked for. ``cursor`` is the
    ``next_cursor`` of the page before, or the ``previous_cursor`` of the one after, and overrules ``offset``.
    ``facets`` names those to count, ``facet_size`` how many values of each are wanted.
    """

    text: str = ""
    speaker: str = ""
    outlet: str = ""
    topic: str = ""
    since: date | None = None
    until: date | None = None
    kind: str = ""
    language: str = ""
    status: str = ""
    sort: Sort = "relevance"
    offset: int = 0
    size: int = 25
    cursor: str | None = None
    facets: tuple[str, ...] = FACETS
    facet_size: int = 10

    def but(self, **changes) -> Self:
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Hit:
    quote_id: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many quotes of the whole result have this value; ``value`` is a slug, a year or a kind."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of the text as it was understood, to show as a chip; ``without`` is the text with it taken out.

    ``field``: words, phrase, prefix, context, speaker, outlet, topic, before, after, kind or a group.
    ``alternative``: joined to the term before it by OR. ``misread``: the field that was typed, where what
    stands behind it is none of its values, so that all of it counts as words.
    """

    field: str
    text: str
    negated: bool = False
    alternative: bool = False
    without: str = ""
    misread: str = ""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of quotes and what is known of all that were found.

    ``total`` and ``facets`` are exact and describe the whole result. ``suggestion`` is another text to search
    for that finds something, where this one finds nothing. ``next_cursor`` is None on the last page,
    ``previous_cursor`` on the first.
    ``problem`` is a sentence for readers where the search cannot answer.
    """

    hits: list[Hit] = field(default_factory=list)
    total: int = 0
    facets: dict[str, list[FacetCount]] = field(default_factory=dict)
    understood: list[Term] = field(default_factory=list)
    suggestion: str = ""
    next_cursor: str | None = None
    previous_cursor: str | None = None
    problem: str = ""

    @property
    def ids(self) -> list[int]:
        return [hit.quote_id for hit in self.hits]
