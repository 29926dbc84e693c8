"""Searches the index: quotes, counts, names and likenesses."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tantivy import Occur, Query, Searcher

from quotes.search.engine import Found
from quotes.search.nodes import Node, OfKind, Printed, conjunction, flat, printings
from quotes.search.parser import demands
from quotes.search.query import MOST_HITS, FacetCount, SearchQuery

from . import vocabulary
from .facets import Facets, recounted
from .folder import Folder
from .matching import Matcher, every, side_by_side, term, unscored, without
from .paging import Page, Place, along_time, by_number, by_relevance, quote_ids, read_cursor
from .printed import asked_for
from .reader import Reader
from .schema import schema
from .standing import Standing, standing
from .walk import Walk

HIDDEN_KIND = "indirect"
MOST_OFFSET = 1_000_000
ALIKE_SHARE = 0.5
FEW = 0.1  # of all quotes: so many are checked faster than all printings of some days are looked up


class TantivyEngine:
    """Implements ``quotes.search.engine.Engine`` over the index in a folder."""

    def __init__(self, folder: Path) -> None:
        self.reader = Reader(Folder(folder))
        self.known: tuple[tuple, Standing] | None = None

    def matcher(self) -> Matcher:
        searcher, commit = self.reader.searcher()
        if self.known is None or self.known[0] != commit:
            self.known = commit, standing(searcher)
        return Matcher(searcher, self.known[1])

    def search(self, query: SearchQuery, node: Node | None) -> Found:
        """One page with counts. Raises ``CursorError``, ``IndexMissing`` or ``IndexBroken``."""
        whole = conjoined(query, node)
        matcher = fitted(self.matcher(), query, whole)
        match = filtered(matcher, query, whole)
        facets = Facets(matcher.searcher, match).count(query.facets, query.facet_size)
        page = self.page(matcher, match, query, whole)
        facets = recounted(facets, whole, lambda printed: count(matcher, query, also(whole, printed)))
        found = total(matcher.searcher, match) if page.total is None else page.total
        return Found(page.hits, found, facets, page.next_cursor)

    def count(self, query: SearchQuery, node: Node | None) -> int:
        matcher = self.matcher()
        return count(matcher, query, conjoined(query, node))

    def page(self, matcher: Matcher, match: Query, query: SearchQuery, whole: Node | None) -> Page:
        size, offset = min(max(query.size, 1), MOST_HITS), min(max(query.offset, 0), MOST_OFFSET)
        if query.sort == "relevance":
            if query.cursor:
                offset = min(read_cursor(query.cursor, query.sort)[0], MOST_OFFSET)
            return by_relevance(matcher.searcher, ranked(matcher, match, whole), offset, size)
        after = Place(*read_cursor(query.cursor, query.sort)) if query.cursor else None
        offset = 0 if after else offset
        if not printings(whole):
            return by_number(matcher.searcher, match, query.sort, after, offset, size)
        found = total(matcher.searcher, match)
        places = walk(matcher, query, whole, found).places(after, offset, size + 1)
        return along_time(places, query.sort, size, found)

    def knows(self, word: str) -> bool:
        searcher = self.matcher().searcher
        return any(searcher.doc_freq(field, word) for field in vocabulary.CORRECTED_FIELDS)

    def corrections(self, word: str) -> list[tuple[str, int]]:
        return vocabulary.corrections(self.matcher().searcher, word)

    def outlets(self) -> list[FacetCount]:
        outlets = self.matcher().standing.outlets
        return [FacetCount(outlet.slug, outlet.name, outlet.count) for outlet in outlets]

    def speakers(self, parts: Sequence[str], limit: int) -> list[FacetCount]:
        """Those with all these words in their names, the last perhaps unfinished; most quoted first."""
        searcher = self.matcher().searcher
        last = Query.regex_query(schema(), "names", f"{parts[-1]}.*")
        named = every([*(term("names", part) for part in parts[:-1]), last])
        return Facets(searcher, named).count(("speaker",), limit)["speaker"]

    def alike(self, parts: Sequence[str], limit: int) -> list[int]:
        """Quotes with these words side by side, then those that share most of them."""
        searcher = self.matcher().searcher
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
        searcher = self.matcher().searcher
        hits = searcher.search(Query.all_query(), limit=max(searcher.num_docs, 1), order_by_field="id").hits
        digests = searcher.fast_field_values("digest", [address for _, address in hits])
        return dict(zip((quote_id for quote_id, _ in hits), digests, strict=True))


def conjoined(query: SearchQuery, node: Node | None) -> Node | None:
    """What was typed and what narrows it, as one demand: outlet and days hold for one printing."""
    nodes = flat(node)
    if query.outlet or query.since or query.until:
        nodes.append(Printed(query.outlet, query.since, query.until))
    return conjunction(nodes) if nodes else None


def also(whole: Node | None, printed: Printed) -> Node:
    return conjunction([*flat(whole), printed])


def filtered(matcher: Matcher, query: SearchQuery, whole: Node | None) -> Query:
    """All that is found; indirect speech only where somebody asks for that kind."""
    exact = {"speaker": query.speaker, "kind": query.kind, "status": query.status, "language": query.language}
    demands_ = [unscored(term(field, value)) for field, value in exact.items() if value]
    if whole is not None:
        demands_.append(matcher.match(whole))
    found = every(demands_ or [unscored(Query.all_query())])
    asked = query.kind or any(isinstance(leaf, OfKind) for leaf in demands(whole))
    return found if asked else without(found, term("kind", HIDDEN_KIND))


def ranked(matcher: Matcher, match: Query, whole: Node | None) -> Query:
    worth = [query for leaf in demands(whole) for query in matcher.worth(leaf)]
    if not worth:
        return match
    return Query.boolean_query([(Occur.Must, match), *((Occur.Should, query) for query in worth)])


def total(searcher: Searcher, match: Query) -> int:
    return searcher.search(match, limit=1, order_by_field="id").count


def count(matcher: Matcher, query: SearchQuery, whole: Node | None) -> int:
    return total(matcher.searcher, filtered(matcher, query, whole))


def fitted(matcher: Matcher, query: SearchQuery, whole: Node | None) -> Matcher:
    """One that knows whether few quotes are left to be checked for their printings."""
    if not printings(whole):
        return matcher
    others = total(matcher.searcher, filtered(matcher, query, without_printings(whole)))
    return replace(matcher, few=others < FEW * matcher.searcher.num_docs)


def without_printings(whole: Node | None) -> Node | None:
    """What is asked for besides the demands on printings."""
    others = [node for node in flat(whole) if not isinstance(node, Printed)]
    return conjunction(others) if others else None


def walk(matcher: Matcher, query: SearchQuery, whole: Node | None, found: int) -> Walk:
    """Along time by the printings that are asked for; a single demand on them is met by the walk itself."""
    asked = printings(whole)
    alone = len(asked) == 1 and asked[0] in flat(whole)
    return Walk(
        matcher.searcher,
        filtered(matcher, query, without_printings(whole) if alone else whole),
        asked_for(matcher, asked),
        newest=query.sort == "newest",
        total=found,
    )
