"""SQLite's own full-text search on the same archive, for comparison."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from quotes.search.document import QuoteDocument
from quotes.search.query import SearchQuery

from .queries import PAGE

TABLE = "CREATE VIRTUAL TABLE quotes USING fts5(text, context, tokenize='porter unicode61')"
FIELDS = "CREATE TABLE fields (id INTEGER PRIMARY KEY, speaker TEXT, published TEXT)"
COUNT = "SELECT count(*) FROM quotes WHERE quotes MATCH ?"
RANKED = "SELECT rowid FROM quotes WHERE quotes MATCH ? ORDER BY rank LIMIT ? OFFSET ?"
NEWEST = (
    "SELECT id FROM quotes JOIN fields ON id = quotes.rowid"
    " WHERE quotes MATCH ? ORDER BY published DESC LIMIT ? OFFSET ?"
)
SPEAKERS = (
    "SELECT speaker, count(*) AS number FROM quotes JOIN fields ON id = quotes.rowid"
    " WHERE quotes MATCH ? GROUP BY speaker ORDER BY number DESC LIMIT 20"
)
COMPARED = {
    "rare word",
    "common word",
    "function word",
    "common word, newest",
    "three words",
    "phrase",
    "prefix",
}


class FullTextSearch:
    """Answers a page, the count and one facet, where the index's answers have four."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path)

    def build(self, documents: Iterable[QuoteDocument]) -> None:
        self.database.execute(TABLE)
        self.database.execute(FIELDS)
        for document in documents:
            self.add(document)
        self.database.execute("CREATE INDEX fields_published ON fields(published)")
        self.database.commit()

    def add(self, document: QuoteDocument) -> None:
        key, dates = document.quote_id, [one.published for one in document.printings if one.published]
        words = key, document.text, " ".join(document.contexts)
        self.database.execute("INSERT INTO quotes(rowid, text, context) VALUES (?, ?, ?)", words)
        fields = key, document.speaker, max(dates).isoformat()
        self.database.execute("INSERT INTO fields VALUES (?, ?, ?)", fields)

    def search(self, query: SearchQuery) -> None:
        text = query.text if query.text.endswith("*") or query.text.startswith('"') else quoted(query.text)
        page = NEWEST if query.sort == "newest" else RANKED
        self.database.execute(page, (text, PAGE, query.offset)).fetchall()
        self.database.execute(COUNT, (text,)).fetchone()
        self.database.execute(SPEAKERS, (text,)).fetchall()


def quoted(text: str) -> str:
    """Every word in marks, so that none is taken for an operator."""
    return " ".join(f'"{word}"' for word in text.split())
