"""Searches the index: quotes, counts, names and likenesses."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tantivy import Occur, Query, Searcher

from quotes.search.engine import Found
from quotes.search.nodes import Node, OfKind, Printed, conjunction, flat, printings
from quotes.search.parser import demands
from quotes.search.query import MOST_HITS, FacetCount, SearchQuery
from quotes.search.stems import base_language

from . import vocabulary
from .facets import count_facets, recounted
from .folder import Folder
from .keys import LAST_MINUTE, first_minute, last_minute, outlet_key
from .matching import Matcher, either, every, side_by_side, term, unscored, without
from .paging import Page, Place, along_time, by_number, by_relevance, quote_ids, read_cursor
from .reader import Reader
from .schema import schema
from .walk import Fits, Walk

HIDDEN_KIND = "indirect"
MOST_OFFSET = 1_000_000
ALIKE_SHARE = 0.5
MOST_OUTLETS = 10_000


class TantivyEngine:
    """Implements ``quotes.search.engine.Engine`` over the index in a folder."""

    def __init__(self, folder: Path) -> None:
        self.reader = Reader(Folder(folder))
        self.state = lru_cache(maxsize=2)(self.read_state)

    def matcher(self) -> Matcher:
        searcher, commit = self.reader.searcher()
        languages, outlets = self.state(commit, searcher)
        return Matcher(searcher, languages, outlets)

    def read_state(self, commit: tuple, searcher: Searcher) -> tuple[list[str], list[FacetCount]]:
        """What a whole commit has: languages and outlets."""
        tags = [tag for tag, _ in searcher.terms_with_prefix("language", "")]
        languages = sorted({base_language(tag) for tag in tags})
        outlets = count_facets(searcher, Query.all_query(), ("outlet",), MOST_OUTLETS)["outlet"]
        return languages, outlets

    def search(self, query: SearchQuery, node: Node | None) -> Found:
        """One page with counts. Raises ``CursorError``, ``IndexMissing`` or ``IndexBroken``."""
        matcher = self.matcher()
        whole = conjoined(query, node)
        match = filtered(matcher, query, whole)
        page = self.page(matcher, match, query, whole)
        facets = count_facets(matcher.searcher, match, query.facets, query.facet_size)
        facets = recounted(facets, whole, lambda printed: count(matcher, query, also(whole, printed)))
        return Found(page.hits, total(matcher.searcher, match), facets, page.next_cursor)

    def count(self, query: SearchQuery, node: Node | None) -> int:
        return count(self.matcher(), query, conjoined(query, node))

    def page(self, matcher: Matcher, match: Query, query: SearchQuery, whole: Node | None) -> Page:
        size, offset = min(max(query.size, 1), MOST_HITS), min(max(query.offset, 0), MOST_OFFSET)
        if query.sort == "relevance":
            if query.cursor:
                offset = min(read_cursor(query.cursor, query.sort)[0], MOST_OFFSET)
            return by_relevance(matcher.searcher, ranked(matcher, match, whole), offset, size)
        after = Place(*read_cursor(query.cursor, query.sort)) if query.cursor else None
        offset = 0 if after else offset
        asked = printings(whole)
        if not asked:
            places = by_number(matcher.searcher, match, query.sort, after, offset, size + 1)
        else:
            places = walk(matcher, match, query.sort, asked).places(after, offset, size + 1)
        return along_time(places, query.sort, size)

    def knows(self, word: str) -> bool:
        searcher = self.matcher().searcher
        return any(searcher.doc_freq(field, word) for field in vocabulary.CORRECTED_FIELDS)

    def corrections(self, word: str) -> list[tuple[str, int]]:
        return vocabulary.corrections(self.matcher().searcher, word)

    def outlets(self) -> list[FacetCount]:
        return list(self.matcher().outlets)

    def speakers(self, parts: Sequence[str], limit: int) -> list[FacetCount]:
        """Those with all these words in their names, the last perhaps unfinished; most quoted first."""
        searcher = self.matcher().searcher
        last = Query.regex_query(schema(), "names", f"{parts[-1]}.*")
        named = every([*(term("names", part) for part in parts[:-1]), last])
        return count_facets(searcher, named, ("speaker",), limit)["speaker"]

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


def walk(matcher: Matcher, match: Query, sort: str, asked: list[Printed]) -> Walk:
    """Along time by the printings that are asked for."""
    fits = [fitting(matcher, printed) for printed in asked]
    return Walk(
        matcher.searcher,
        match,
        newest=sort == "newest",
        within=lambda first, last: either([matcher.printed_within(one, first, last) for one in asked]),
        fits=lambda outlet, minute: any(fit(outlet, minute) for fit in fits),
    )


def fitting(matcher: Matcher, printed: Printed) -> Fits:
    """Tells whether a printing, as its outlet's key and minute, is one that is asked for."""
    outlets = {outlet_key(slug) for slug in matcher.slugs(printed.outlet)} if printed.outlet else None
    first = first_minute(printed.since) if printed.since else 0
    last = last_minute(printed.until) if printed.until else LAST_MINUTE
    dated = bool(printed.since or printed.until)

    def fits(outlet: int, minute: int) -> bool:
        return (
            (outlets is None or outlet in outlets) and first <= minute <= last and bool(minute or not dated)
        )

    return fits
