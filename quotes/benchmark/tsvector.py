"""PostgreSQL's own full-text search on the same archive, for comparison: a GIN index of one ``tsvector``."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

from quotes.search.document import QuoteDocument
from quotes.search.query import SearchQuery

from .errors import BenchmarkError
from .queries import PAGE

# Temporary, so that nothing else in that database is touched and nothing stays.
TABLE = """
CREATE TEMPORARY TABLE benchmark_quotes (
    id bigint PRIMARY KEY, speaker text, published timestamptz, text text, context text, words tsvector
    GENERATED ALWAYS AS (
        setweight(to_tsvector('english', text), 'A') || setweight(to_tsvector('english', context), 'D')
    ) STORED
)
"""
COPY = "COPY benchmark_quotes (id, speaker, published, text, context) FROM STDIN"
INDEXES = (
    "CREATE INDEX ON benchmark_quotes USING gin(words)",
    "CREATE INDEX ON benchmark_quotes (published)",
    "ANALYZE benchmark_quotes",
)
FOUND = " FROM benchmark_quotes, {}('english', %s) AS asked WHERE words @@ asked"
COUNT = "SELECT count(*)" + FOUND
RANKED = "SELECT id" + FOUND + " ORDER BY ts_rank(words, asked) DESC LIMIT %s OFFSET %s"
NEWEST = "SELECT id" + FOUND + " ORDER BY published DESC LIMIT %s OFFSET %s"
SPEAKERS = "SELECT speaker, count(*) AS number" + FOUND + " GROUP BY speaker ORDER BY number DESC LIMIT 20"


class TextSearchVectors:
    """Answers a page, the count and one facet, as ``FullTextSearch`` does; function words find nothing."""

    def __init__(self, url: str) -> None:
        try:
            import psycopg  # noqa: PLC0415 -- optional
        except ImportError as error:
            raise BenchmarkError("Comparing with PostgreSQL needs psycopg: pip install psycopg") from error
        try:
            self.database = psycopg.connect(url, autocommit=True)
        except psycopg.Error as error:
            raise BenchmarkError(f"No PostgreSQL to compare with: {error}") from error

    def close(self) -> None:
        self.database.close()

    def build(self, documents: Iterable[QuoteDocument]) -> None:
        self.database.execute(TABLE)
        with closing(self.database.cursor()) as cursor, cursor.copy(COPY) as copy:
            for row in rows(documents):
                copy.write_row(row)
        for statement in INDEXES:
            self.database.execute(statement)

    def search(self, query: SearchQuery) -> tuple[list[int], int]:
        """The page and the count."""
        parse, text = asked(query.text)
        page = NEWEST if query.sort == "newest" else RANKED
        found = self.answer(page.format(parse), text, PAGE, query.offset)
        [(count,)] = self.answer(COUNT.format(parse), text)
        self.answer(SPEAKERS.format(parse), text)
        return [key for (key,) in found], count

    def answer(self, statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
        return self.database.execute(statement.encode(), parameters).fetchall()


def asked(text: str) -> tuple[str, str]:
    """The function that reads such a query, and what it is given."""
    if text.endswith("*"):
        return "to_tsquery", f"{text.removesuffix('*')}:*"
    return "websearch_to_tsquery", text


def rows(documents: Iterable[QuoteDocument]) -> Iterator[tuple[Any, ...]]:
    for document in documents:
        published = max(one.published for one in document.printings if one.published)
        yield document.quote_id, document.speaker, published, document.text, " ".join(document.contexts)
