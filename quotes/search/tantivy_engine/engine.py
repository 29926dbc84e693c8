"""Searches the index: quotes, counts, names and likenesses."""

from collections.abc import Sequence
from pathlib import Path

from tantivy import Occur, Query, Searcher

from quotes.search.engine import Found
from quotes.search.nodes import Node
from quotes.search.query import FacetCount, SearchQuery

from . import vocabulary
from .clauses import every, side_by_side, term, without
from .facets import Facets
from .folder import Folder
from .matching import Matcher
from .paging import quote_ids
from .question import HIDDEN_KIND, Counts, Question, question
from .reader import Commit, Reader
from .remembered import Remembered
from .schema import schema
from .shortcuts import Counted, shortcut
from .standing import standing
from .together import together

ALIKE_SHARE = 0.5
ONE = 1  # commit


class TantivyEngine:
    """Implements ``quotes.search.engine.Engine`` over the index in a folder."""

    def __init__(self, folder: Path) -> None:
        self.reader = Reader(Folder(folder))
        self.standings, self.wholes, self.years = Remembered(ONE), Remembered(ONE), Remembered()
        self.counted, self.everything = Remembered(), Remembered()

    def opened(self) -> tuple[Matcher, Commit]:
        searcher, commit = self.reader.searcher()
        return Matcher(searcher, self.standings.get(commit, lambda: standing(searcher))), commit

    @property
    def searcher(self) -> Searcher:
        return self.reader.searcher()[0]

    def search(self, query: SearchQuery, node: Node | None) -> Found:
        """One page with counts. Raises ``CursorError``, ``IndexMissing`` or ``IndexBroken``."""
        matcher, commit = self.opened()
        asked = question(matcher, query, node)

        def counted() -> Counts:
            kept = self.everything if asked.is_everything else self.counted
            return kept.get((commit, countable(query), node), lambda: self.counts(asked, commit))

        if asked.is_walked:
            total, facets = counted()
            page = asked.page(total)
        else:
            (total, facets), page = together(counted, asked.page)
        return Found(page.hits, total, dict(facets), page.next_cursor, page.previous_cursor)

    def counts(self, asked: Question, commit: Commit) -> Counts:
        if asked.is_everything:
            self.wholes.get(commit, asked.lists)
        known = Counted(
            self.wholes.known(commit),
            lambda year: self.years.get((commit, year), lambda: asked.lists(year)),
        )
        return asked.counts(shortcut(asked, known))

    def forget(self) -> None:
        """Count anew what was counted for earlier searches; what the whole index holds, it tells at once."""
        self.counted.forget()

    def count(self, query: SearchQuery, node: Node | None) -> int:
        return self.question(query, node).total()

    def question(self, query: SearchQuery, node: Node | None) -> Question:
        return question(self.opened()[0], query, node)

    def knows(self, word: str) -> bool:
        return any(self.searcher.doc_freq(field, word) for field in vocabulary.CORRECTED_FIELDS)

    def corrections(self, word: str) -> list[tuple[str, int]]:
        return vocabulary.corrections(self.searcher, word)

    def outlets(self) -> list[FacetCount]:
        outlets = self.opened()[0].standing.outlets
        return [FacetCount(outlet.slug, outlet.name, outlet.count) for outlet in outlets]

    def speakers(self, parts: Sequence[str], limit: int) -> list[FacetCount]:
        """Those with all these words in their names, the last perhaps unfinished; most quoted first."""
        last = Query.regex_query(schema(), "names", f"{parts[-1]}.*")
        named = every([*(term("names", part) for part in parts[:-1]), last])
        _, facets = Facets(self.searcher, without(named, term("kind", HIDDEN_KIND))).count(
            ("speaker",), limit
        )
        return facets["speaker"]

    def alike(self, parts: Sequence[str], limit: int) -> list[int]:
        """Quotes with these words side by side, then those that share most of them."""
        searcher = self.searcher
        distinct = list(dict.fromkeys(parts))
        needed = max(int(len(distinct) * ALIKE_SHARE), 1)
        shared = Query.boolean_query([(Occur.Should, term("words", part)) for part in distinct], needed)
        found: list[int] = []
        for query in (side_by_side("words", parts), shared):
            hits = searcher.search(without(query, term("kind", HIDDEN_KIND)), limit=limit, count=False).hits
            found += quote_ids(searcher, hits)
        return list(dict.fromkeys(found))[:limit]

    def digests(self) -> dict[int, int]:
        """Of every document, by quote id."""
        searcher = self.searcher
        hits = searcher.search(Query.all_query(), limit=max(searcher.num_docs, 1), order_by_field="id").hits
        digests = searcher.fast_field_values("digest", [address for _, address in hits])
        return dict(zip((quote_id for quote_id, _ in hits), digests, strict=True))


def countable(query: SearchQuery) -> SearchQuery:
    """The query without what changes no count."""
    return query.but(cursor=None, offset=0, size=0, sort="relevance")
