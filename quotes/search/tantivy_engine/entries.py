"""Documents as the index takes them."""

from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from math import log2

from tantivy import Document

from quotes.search.document import Printing, QuoteDocument, Subject
from quotes.search.function_words import pairs
from quotes.search.stems import base_language, stems
from quotes.search.words import folded_text, joined_forms

from .keys import DAY, LAST_MINUTE, MINUTE_BITS, minute_of, outlet_day, packed, place_in_time, printing_key
from .labels import label
from .schema import OUTLETS, TOPICS, YEARS

UNKNOWN_LANGUAGE = "und"
NAMES_KEPT = 20_000  # of topics and speakers, while documents are written
RECENCY_A_YEAR, EPOCH, RECENCY_CAP = 0.02, 2000, 1.0
CONFIDENCE_SHARE = 0.3
SOURCES_SHARE, SOURCES_CAP = 0.1, 0.4


class Entries:
    """Makes them one after the other. What quotes of one article share is made once where they follow each
    other.
    """

    def __init__(self) -> None:
        self.article = Article((), ())

    def of(self, document: QuoteDocument) -> Document:
        if not self.article.prints(document):
            self.article = Article(document.printings, document.topics)
        made = copy(self.article.entry)
        made.add_unsigned("id", document.quote_id)
        made.add_unsigned("digest", document.digest)
        add_words(made, document)
        made.add_text("kind", document.kind)
        made.add_text("status", document.status)
        made.add_text("language", document.language.split("-")[0].lower() or UNKNOWN_LANGUAGE)
        made.add_unsigned("speaker_id", document.speaker_id)
        if document.speaker:
            made.add_text("speaker", document.speaker)
            made.add_text(
                "label", label("speaker", document.speaker_id, document.speaker, document.speaker_name)
            )
        made.add_float("weight", 2 ** prior(document, self.article.newest_year) - 2)
        self.article.add_places(made, document.quote_id)
        return made


class Article:
    """One, or some that print the same quotes and are about the same: ``entry`` is what these share."""

    def __init__(self, printings: tuple[Printing, ...], topics: tuple[Subject, ...]) -> None:
        self.printings, self.topics = printings, topics
        self.topic_ids = [topic.topic_id for topic in topics]
        years = dict.fromkeys(one.published.year for one in printings if one.published)
        self.newest_year = max(years, default=EPOCH)
        keys = sorted({printing_key(one.outlet_id, minute_of(one.published)) for one in printings})
        minutes = sorted({key & LAST_MINUTE for key in keys} - {0})
        self.newest, self.oldest = (minutes[-1], minutes[0]) if minutes else (0, LAST_MINUTE)
        self.entry = Document()
        add_outlets(self.entry, printings)
        share_out(self.entry, YEARS, list(years))
        add_printings(self.entry, keys)
        add_numbers(self.entry, "printed", minutes)
        add_numbers(self.entry, "day", sorted({minute // DAY for minute in minutes}))
        add_topics(self.entry, topics)

    def prints(self, document: QuoteDocument) -> bool:
        """Whether the quote is one of its own."""
        return self.printings == document.printings and self.topics == document.topics

    def add_places(self, made: Document, quote_id: int) -> None:
        """What every quote of it has differently."""
        made.add_unsigned("newest", place_in_time(self.newest, quote_id))
        made.add_unsigned("oldest", place_in_time(self.oldest, quote_id))
        order = sorted((scattered(key, quote_id), key) for key in self.topic_ids)
        keys = [key for _, key in order]
        add_numbers(made, "topic_ids", keys)
        share_out(made, TOPICS, keys)


def add_words(made: Document, document: QuoteDocument) -> None:
    """Exact words by field, and the stems of all but names."""
    language = base_language(document.language)
    quote = folded_text(document.text)
    quote_words = quote.split()
    made.add_text("words", quote)
    beside: list[str] = []
    for text in document.contexts:
        around = folded_text(text)
        made.add_text("context", around)
        around_words = around.split()
        made.add_text("context_pairs", " ".join(pairs(around_words)))
        beside += around_words
    for name in called(document.names):
        made.add_text("names", name)
    for text in document.circumstances:
        other = folded_text(text)
        made.add_text("circumstances", other)
        beside += other.split()
    for text in document.contexts:
        beside += joined_forms(text)
    quote_stems = " ".join(stems(quote_words + joined_forms(document.text), language))
    made.add_text("stems", quote_stems)
    made.add_text("pairs", " ".join(pairs(quote_words)))
    made.add_text("anything", quote_stems)
    made.add_text("anything", " ".join(stems(beside, language)))


@lru_cache(NAMES_KEPT)
def called(names: tuple[str, ...]) -> list[str]:
    """The words of each, and the joined forms of its compounds."""
    return [folded_text(name) for name in names] + [form for name in names for form in joined_forms(name)]


def add_outlets(made: Document, printings: Sequence[Printing]) -> None:
    for outlet_id, slug, name in {(one.outlet_id, one.outlet, one.outlet_name) for one in printings}:
        made.add_text("outlet", slug)
        made.add_text("label", label("outlet", outlet_id, slug, name))
    share_out(made, OUTLETS, list(dict.fromkeys(one.outlet_id for one in printings)))


def add_printings(made: Document, keys: list[int]) -> None:
    made.add_bytes("printings", packed(keys))
    add_numbers(made, "printing", keys)
    dated = [(key >> MINUTE_BITS, key & LAST_MINUTE) for key in keys if key & LAST_MINUTE]
    add_numbers(made, "outlet_day", sorted({outlet_day(outlet, minute // DAY) for outlet, minute in dated}))


def add_topics(made: Document, topics: Sequence[Subject]) -> None:
    for topic in topics:
        made.add_text("topic", topic.slug)
        made.add_text("topic_names", folded_name(topic.name))
        made.add_text("label", label("topic", topic.topic_id, topic.slug, topic.name))


@lru_cache(NAMES_KEPT)
def folded_name(name: str) -> str:
    return folded_text(name)


def scattered(key: int, quote_id: int) -> int:
    """A place in an order that is another one for each quote, so that a topic stands in all fields alike
    (multiplicative hashing, Knuth 1973).
    """
    return (key + quote_id) * 2_654_435_761 % 2**32


def share_out(made: Document, fields: Sequence[str], values: list[int]) -> None:
    """One value each, 0 where there are no more, and all that are left to the last field."""
    *single, others = fields
    for field, value in zip(single, [*values, *(0 for _ in single)], strict=False):
        made.add_unsigned(field, value)
    if left := values[len(single) :]:
        add_numbers(made, others, left)
        made.add_text("more", others)


def add_numbers(made: Document, field: str, numbers: list[int]) -> None:
    for number in numbers:
        made.add_unsigned(field, number)


def prior(document: QuoteDocument, newest_year: int) -> float:
    """What the score of a match is multiplied by, 1 to 2.7: gently more for what is recent, sure and well
    sourced.

    Recency grows by the same step every year, so that it never needs to be computed again.
    """
    recency = RECENCY_A_YEAR * (newest_year - EPOCH)
    sources = SOURCES_SHARE * log2(1 + document.sources)
    return (
        1
        + min(max(recency, 0), RECENCY_CAP)
        + CONFIDENCE_SHARE * document.confidence
        + min(sources, SOURCES_CAP)
    )
