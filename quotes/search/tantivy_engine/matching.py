"""A query tree as a tantivy query: which quotes are found, and what their match is worth."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tantivy import Occur, Query, Searcher

from quotes.search.nodes import And, Near, Node, Not, OfKind, On, Or, Phrase, Prefix, Printed, SaidBy, Word
from quotes.search.stems import stem
from quotes.search.words import words

from .clauses import between, either, every, side_by_side, term, unscored, without
from .keys import DAY, LAST_MINUTE, first_minute, last_minute, outlet_day, printing_key
from .schema import schema
from .standing import Outlet, Standing
from .vocabulary import same_stem

EVERYWHERE = ("words", "names", "context", "circumstances")
WORTH = {"words": 3.0, "names": 2.0, "context": 1.0, "circumstances": 1.0}
FUNCTION_WORD_SHARE = 0.1  # of all quotes
EXACT_WORTH, STEM_WORTH, NAME_WORTH = 2.0, 2.0, 2.0


def minutes(node: Printed) -> tuple[int, int]:
    """The span that a printing is wanted in; without days, what has no date may be in it."""
    if not node.since and not node.until:
        return 0, LAST_MINUTE
    first = first_minute(node.since) if node.since else 1
    return first, last_minute(node.until) if node.until else LAST_MINUTE


def checked(outlet: int | None, first: int, last: int) -> Query:
    """A printing in these minutes, as its numbers tell: quick for every single quote that is found anyway."""
    if outlet is not None:
        return between("printing", printing_key(outlet, first), printing_key(outlet, last))
    if last == 0:
        return without(Query.all_query(), Query.exists_query("printed"))
    return between("printed", first, last)


def looked_up(outlet: int | None, first: int, last: int) -> Query:
    """A printing in these minutes, looked up by its days: quick to find many."""
    exact = checked(outlet, first, last)
    if last == 0:
        return exact
    first_day, last_day = first // DAY, last // DAY
    if outlet is None:
        days = between("day", first_day, last_day, by_terms=True)
    else:
        days = between(
            "outlet_day", outlet_day(outlet, first_day), outlet_day(outlet, last_day), by_terms=True
        )
    whole_days = first in (0, 1, first_day * DAY) and (last == LAST_MINUTE or last % DAY == DAY - 1)
    return days if whole_days else every([days, exact])


@dataclass(frozen=True)
class Matcher:
    """Translates for one commit of the index; ``few``: what else is asked for is found in few quotes only."""

    searcher: Searcher
    standing: Standing
    few: bool = False

    def match(self, node: Node) -> Query:
        """Finds what the node means."""
        return MATCHES[type(node)](self, node)

    def word(self, node: Word) -> Query:
        if len(node.parts) == 1:
            return self.anything(node.parts[0])
        found = [self.phrase(Phrase(node.parts))]
        return either([*found, self.anything(node.joined)] if node.joined else found)

    def anything(self, word: str) -> Query:
        """In any form; a name as it is written."""
        forms = [term("anything", form) for form in self.stems(word)]
        return either([*forms, term("names", word)] if self.searcher.doc_freq("names", word) else forms)

    def stems(self, word: str) -> list[str]:
        """In every language of the index; of quotes in unknown languages the word itself."""
        return sorted({stem(word, language) for language in self.standing.languages})

    def phrase(self, node: Phrase) -> Query:
        fields = [Query.boost_query(side_by_side(field, node.parts), WORTH[field]) for field in EVERYWHERE]
        return either(fields)

    def prefix(self, node: Prefix) -> Query:
        return either([Query.regex_query(schema(), field, f"{node.start}.*") for field in EVERYWHERE])

    def near(self, node: Near) -> Query:
        inner = node.node
        if isinstance(inner, Prefix):
            return Query.regex_query(schema(), "context", f"{inner.start}.*")
        if isinstance(inner, Word) and len(inner.parts) == 1:
            forms = same_stem(self.searcher, "context", inner.parts[0], self.standing.languages)
            return Query.term_set_query(schema(), "context", forms)
        return side_by_side("context", inner.parts)

    def said_by(self, node: SaidBy) -> Query:
        named = every([term("names", part) for part in node.parts])
        return unscored(either([term("speaker", node.slug), named]))

    def printed(self, node: Printed) -> Query:
        first, last = minutes(node)
        if node.outlet and (first, last) == (0, LAST_MINUTE):
            return unscored(either([term("outlet", outlet.slug) for outlet in self.chosen(node.outlet)]))
        return unscored(self.printed_within(node, first, last, few=self.few))

    def printed_within(self, node: Printed, first: int, last: int, *, few: bool) -> Query:
        """A printing as the node wants it, in these minutes; ``few``: among few quotes found anyway."""
        earliest, latest = minutes(node)
        span = max(first, earliest), min(last, latest)
        if span[0] > span[1]:
            return Query.empty_query()
        outlets = [outlet.key for outlet in self.chosen(node.outlet)] if node.outlet else [None]
        look = checked if few else looked_up
        return either([look(outlet, *span) for outlet in outlets])

    def chosen(self, wanted: str) -> list[Outlet]:
        """The outlets that somebody may mean: the one with this slug, or those with these words in their
        names.
        """
        exact = [outlet for outlet in self.standing.outlets if outlet.slug == wanted]
        if exact:
            return exact
        parts = set(words(wanted.replace("-", " ")))
        return [outlet for outlet in self.standing.outlets if parts <= set(words(outlet.name))]

    def of_kind(self, node: OfKind) -> Query:
        return unscored(term("kind", node.kind))

    def on(self, node: On) -> Query:
        return unscored(either([term("topic", node.slug), side_by_side("topic_names", node.parts)]))

    def opposite(self, node: Not) -> Query:
        return without(unscored(Query.all_query()), self.match(node.node))

    def all_of(self, node: And) -> Query:
        wanted = [self.match(child) for child in node.nodes if not isinstance(child, Not)]
        unwanted = [self.match(child.node) for child in node.nodes if isinstance(child, Not)]
        demands = [(Occur.Must, query) for query in wanted or [unscored(Query.all_query())]]
        return Query.boolean_query(demands + [(Occur.MustNot, query) for query in unwanted])

    def any_of(self, node: Or) -> Query:
        return either([self.match(child) for child in node.nodes])

    def worth(self, leaf: Node) -> list[Query]:
        """What makes a match of this leaf a better one: the very word, in the quote itself, or the speaker's
        name.
        """
        if not isinstance(leaf, Word):
            return []
        very_words = Query.boost_query(side_by_side("words", leaf.parts), EXACT_WORTH)
        if len(leaf.parts) > 1:
            return [very_words]
        named = Query.boost_query(term("names", leaf.parts[0]), NAME_WORTH)
        stems = [Query.boost_query(term("stems", form), STEM_WORTH) for form in self.stems(leaf.parts[0])]
        return [very_words, named, *stems]

    def share(self, node: Node | None) -> float:
        """What part of all quotes a single word finds, about; nothing where more is asked for."""
        if not isinstance(node, Word) or len(node.parts) > 1:
            return 0.0
        found = max(self.searcher.doc_freq("anything", form) for form in self.stems(node.parts[0]))
        return found / max(self.searcher.num_docs, 1)

    def is_function_word(self, word: str) -> bool:
        return self.searcher.doc_freq("words", word) > FUNCTION_WORD_SHARE * self.searcher.num_docs


MATCHES: dict[type, Callable[[Matcher, Any], Query]] = {
    Word: Matcher.word,
    Phrase: Matcher.phrase,
    Prefix: Matcher.prefix,
    Near: Matcher.near,
    SaidBy: Matcher.said_by,
    Printed: Matcher.printed,
    OfKind: Matcher.of_kind,
    On: Matcher.on,
    Not: Matcher.opposite,
    And: Matcher.all_of,
    Or: Matcher.any_of,
}
