"""The pieces that queries to the index are made of."""

from collections.abc import Sequence
from typing import Any

from tantivy import FieldType, Occur, Query

from quotes.search.function_words import pairs

from .schema import schema

PAIRS = {"words": "pairs", "context": "context_pairs"}


def term(field: str, value: Any) -> Query:
    return Query.term_query(schema(), field, value, "freq")


def every(queries: Sequence[Query]) -> Query:
    return (
        queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])
    )


def either(queries: Sequence[Query]) -> Query:
    if not queries:
        return Query.empty_query()
    return (
        queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])
    )


def without(query: Query, unwanted: Query) -> Query:
    return Query.boolean_query([(Occur.Must, query), (Occur.MustNot, unwanted)])


def unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def between(field: str, first: int, last: int, *, by_terms: bool = False) -> Query:
    return Query.range_query(schema(), field, FieldType.Unsigned, first, last, use_inverted_index=by_terms)


def side_by_side(field: str, parts: Sequence[str]) -> Query:
    """Of function words by the pairs that are indexed, without comparing the places of both."""
    if len(parts) == 1:
        return term(field, parts[0])
    paired = pairs(parts) if field in PAIRS else []
    if paired and len(parts) == 2:
        return term(PAIRS[field], paired[0])
    known = [unscored(term(PAIRS[field], one)) for one in dict.fromkeys(paired)]
    return every([Query.phrase_query(schema(), field, list(parts)), *known])
