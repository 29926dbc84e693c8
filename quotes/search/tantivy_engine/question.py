"""One query, put to one commit of the index."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from tantivy import Occur, Query, Searcher

from quotes.search.nodes import (
    And,
    Node,
    OfKind,
    Or,
    Printed,
    Word,
    conjunction,
    demands,
    flat,
    narrowed_by,
    printings,
)
from quotes.search.query import FacetCount, SearchQuery

from .clauses import between, every, term, unscored, without
from .counting import number_of
from .facets import KNOWN, OF_A_YEAR, Facets, Known, Sum, told
from .matching import Matcher
from .paging import DRIFT, Edge, Page, along_time, by_number, by_relevance, read_cursor
from .printed import asked_for
from .recounting import gathered, recounted
from .walk import Walk

HIDDEN_KIND = "indirect"
MOST_HITS = 1000
FEW = 0.1  # of all quotes: so many are checked faster than all printings of some days are looked up
GATHERED = 1000  # quotes whose printings are counted one by one rather than by the index

Counts = tuple[int, dict[str, list[FacetCount]]]


@dataclass(frozen=True)
class Question:
    """``whole`` is what was typed and what narrows it: outlet and days hold for one printing."""

    matcher: Matcher
    query: SearchQuery
    whole: Node | None

    @property
    def searcher(self) -> Searcher:
        return self.matcher.searcher

    @cached_property
    def match(self) -> Query:
        """Finds every quote of the result."""
        return self.found_by(self.whole)

    def found_by(self, node: Node | None) -> Query:
        """What this demand finds with the filters; indirect speech only where that kind is asked for."""
        wanted = [unscored(term(field, value)) for field, value in self.exact().items() if value]
        if node is not None:
            wanted.append(self.matcher.match(node))
        found = every(wanted or [unscored(Query.all_query())])
        none = not self.searcher.doc_freq("kind", HIDDEN_KIND)
        return found if self.asks_for_kind or none else without(found, term("kind", HIDDEN_KIND))

    def exact(self) -> dict[str, str]:
        """The filters, by their fields."""
        query = self.query
        return {
            "speaker": query.speaker,
            "topic": query.topic,
            "kind": query.kind,
            "status": query.status,
            "language": query.language.split("-")[0].lower(),
        }

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows the result: counted once a commit."""
        return self.whole is None and not any(self.exact().values())

    def total(self) -> int:
        return number_of(self.searcher, self.match)

    def lists(self, year: int | None = None) -> Known:
        """What facets may ask for, of everything, or of all quotes that were printed first in this year."""
        query = self.but_everything().match
        if year is None:
            return told(self.searcher, query, KNOWN)
        return told(self.searcher, every([query, between("first_year", year, year)]), OF_A_YEAR)

    def counts(self, by: Sum | None = None) -> Counts:
        """How many quotes, and the facets that are asked for; ``by`` is a quicker way to them."""
        counted = Facets(self.searcher, self.match, is_quick(self.whole), by)
        total, facets = counted.count(self.query.facets, self.query.facet_size)
        asked = printings(self.whole)
        if len(asked) != 1 or not {"outlet", "year"} & facets.keys():
            return total, facets
        if total <= GATHERED:
            return total, facets | self.gathered_facets(facets)
        return total, recounted(facets, asked[0], self.narrowed_to)

    def but_everything(self) -> "Question":
        return replace(self, query=SearchQuery(), whole=None)

    @property
    def asks_for_kind(self) -> bool:
        return bool(self.query.kind) or any(isinstance(leaf, OfKind) for leaf in demands(self.whole))

    def gathered_facets(self, facets: dict[str, list[FacetCount]]) -> dict[str, list[FacetCount]]:
        counted = gathered(self.searcher, self.match, asked_for(self.matcher, printings(self.whole)))
        names = Facets(self.searcher, self.match)
        return {
            name: names.ranked(name, Counter(counted[name]), self.query.facet_size)
            for name in ("outlet", "year")
            if name in facets
        }

    def narrowed_to(self, printed: Printed) -> int:
        """How many quotes are left with one more demand on the printing."""
        return replace(self, whole=conjunction([*flat(self.whole), printed])).total()

    @property
    def is_walked(self) -> bool:
        """Whether the page needs to know how many quotes there are."""
        return self.query.sort != "relevance" and bool(printings(self.whole))

    def page(self, total: int = 0) -> Page:
        """The page that is asked for, of so many quotes. Raises ``CursorError``."""
        query = self.query
        edge = read_cursor(query.cursor, query.sort) if query.cursor else None
        size = min(max(query.size, 1), MOST_HITS)
        offset = 0 if edge else min(max(query.offset, 0), self.searcher.num_docs)
        if query.sort == "relevance":
            return self.ranked_page(self.beside(edge, size) if edge else offset, size)
        page = self.page_along_time(edge, offset, size, total)
        is_cut = edge is not None and edge.back and page.previous_cursor is None
        return self.page_along_time(None, 0, size, total) if is_cut else page

    def page_along_time(self, edge: Edge | None, offset: int, size: int, total: int) -> Page:
        if not self.is_walked:
            return by_number(self.searcher, self.match, self.query.sort, edge, offset, size)
        walk = self.walk(total)
        if edge and edge.back:
            places = walk.places_before(edge.place, size + 1)
        else:
            places = walk.places(edge.place if edge else None, offset, size + 1)
        return along_time(places, self.query.sort, size, edge, offset)

    def beside(self, edge: Edge, size: int) -> int:
        """Where the page at this edge begins, as its quote stands in the ranking now."""
        place = min(edge.place.minute, self.searcher.num_docs)
        first = max(place - DRIFT, 0)
        near = [hit.quote_id for hit in self.ranked_page(first, 2 * DRIFT).hits]
        if edge.place.quote_id in near:
            place = first + near.index(edge.place.quote_id)
        return max(place - size, 0) if edge.back else place + 1

    def ranked_page(self, offset: int, size: int) -> Page:
        """Of the quotes that say a function word, as long as there are more of them; else of the result."""
        sayings = self.sayings()
        page = by_relevance(self.searcher, sayings, offset, size) if sayings else None
        return page if page and page.next_cursor else by_relevance(self.searcher, self.ranked(), offset, size)

    def ranked(self) -> Query:
        """The result with what its quotes are worth."""
        worth = [query for leaf in demands(self.whole) for query in self.matcher.worth(leaf)]
        if not worth:
            return self.match
        return Query.boolean_query([(Occur.Must, self.match), *((Occur.Should, query) for query in worth)])

    def sayings(self) -> Query | None:
        """Of a function word alone, the quotes that say it: they come before all that have it nearby."""
        if not isinstance(self.whole, Word) or len(self.whole.parts) > 1:
            return None
        if not self.matcher.is_function_word(self.whole.parts[0]):
            return None
        return every([self.found_by(None), term("words", self.whole.parts[0])])

    def walk(self, total: int) -> Walk:
        """By the printings that are asked for; a single demand on them is met by the walk itself."""
        asked = printings(self.whole)
        alone = len(asked) == 1 and asked[0] in flat(self.whole)
        return Walk(
            self.searcher,
            self.found_by(without_printings(self.whole)) if alone else self.match,
            asked_for(self.matcher, asked),
            newest=self.query.sort == "newest",
            total=total,
        )


def is_quick(node: Node | None) -> bool:
    """Whether only single words are looked up: places of words, prefixes, outlets and days take longer."""
    if isinstance(node, And | Or):
        return all(is_quick(child) for child in node.nodes)
    return node is None or isinstance(node, OfKind) or (isinstance(node, Word) and len(node.parts) == 1)


def question(matcher: Matcher, query: SearchQuery, node: Node | None) -> Question:
    """``node`` is what ``query.text`` means."""
    whole = narrowed_by(node, Printed(query.outlet, query.since, query.until))
    return fitted(Question(matcher, query, whole))


def fitted(asked: Question) -> Question:
    """The question, knowing whether few quotes are left to be checked for their printings."""
    others = without_printings(asked.whole)
    if others == asked.whole or (others is None and not (asked.query.speaker or asked.query.topic)):
        return asked
    left = number_of(asked.searcher, asked.found_by(others))
    few = left < FEW * asked.searcher.num_docs
    return replace(asked, matcher=replace(asked.matcher, few=few))


def without_printings(whole: Node | None) -> Node | None:
    """What is asked for besides the demands on printings."""
    others = [node for node in flat(whole) if not isinstance(node, Printed)]
    return conjunction(others) if others else None
