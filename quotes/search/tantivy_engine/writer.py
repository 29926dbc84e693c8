"""Documents into the index."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from math import ceil, log2
from pathlib import Path
from typing import Self

from tantivy import Document, Index, Query

from quotes.search.document import QuoteDocument
from quotes.search.errors import IndexBroken, IndexBusy, SearchError
from quotes.search.function_words import pairs
from quotes.search.stems import base_language, stems
from quotes.search.words import joined_forms, words

from .keys import DAY, LAST_MINUTE, MINUTE_BITS, minute_of, outlet_day, packed, place_in_time, printing_key
from .labels import label
from .schema import OUTLETS, TOPICS, YEARS, schema

UNKNOWN_LANGUAGE = "und"
SMALL_HEAP = 15_000_000
LARGE_HEAP = 300_000_000
PORTION = 130_000  # documents of a quote and its context that fit into it
AT_ONCE = 8  # segments of about one size, which tantivy's LogMergePolicy merges into one
NAMES_KEPT = 20_000  # of topics and speakers, while documents are written
CROWDED = 12  # segments; from there on searches would notice
RECENCY_A_YEAR, EPOCH, RECENCY_CAP = 0.02, 2000, 1.0
CONFIDENCE_SHARE = 0.3
SOURCES_SHARE, SOURCES_CAP = 0.1, 0.4


class TantivyWriter:
    """Writes one generation, within a ``with``: at its end it lets go, and what was not committed is lost.

    Only one at a time for one index: whoever makes it holds the writer's lock.
    """

    def __init__(self, generation: Path, *, bulk: bool = False) -> None:
        try:
            self.index = Index(schema(), str(generation))
            self.writer = self.index.writer(LARGE_HEAP if bulk else SMALL_HEAP, num_threads=1)
        except (ValueError, OSError) as error:
            raise failure(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        del self.writer

    def put(self, documents: Sequence[QuoteDocument]) -> None:
        """Add or replace them."""
        self.remove([document.quote_id for document in documents])
        self.add(documents)

    def add(self, documents: Iterable[QuoteDocument]) -> int:
        """Add what is not in the index yet; returns how many."""
        count = 0
        for document in documents:
            self.writer.add_document(fields_of(document))
            count += 1
        return count

    def fill(self, documents: Iterable[QuoteDocument], number: int) -> int:
        """Bring about this number of documents into an empty index, as a single segment; returns how many.

        Several would each count all their speakers and topics (``facets``). Those that do not fit into memory
        are written in portions of one size, which merge by themselves. Nothing can be written any more.
        """
        portion = portion_of(number)
        stream = iter(documents)
        count = 0
        while written := self.add(islice(stream, portion)):
            self.commit()
            count += written
        self.tidy(most_segments=1)
        return count

    def remove(self, quote_ids: Iterable[int]) -> None:
        gone = Query.term_set_query(schema(), "id", list(quote_ids))
        self.writer.delete_documents_by_query(gone)

    def commit(self) -> None:
        try:
            self.writer.commit()
        except (ValueError, OSError) as error:
            raise failure(error) from error

    def tidy(self, most_segments: int = CROWDED) -> None:
        """Wait until segments are merged, if there are more; nothing can be written any more."""
        self.index.reload()
        if self.index.searcher().num_segments > most_segments:
            self.writer.wait_merging_threads()


def portion_of(number: int) -> int:
    """How many documents to write at a time: all, an eighth of them, an eighth of that ..."""
    portion = max(number, 1)
    while portion > PORTION:
        portion = ceil(portion / AT_ONCE)
    return portion


def failure(error: Exception) -> SearchError:
    if "LockBusy" in str(error):
        return IndexBusy("Somebody else is writing the search index.")
    return IndexBroken(f"The search index cannot be written: {error}")


def fields_of(document: QuoteDocument) -> Document:
    made = Document()
    made.add_unsigned("id", document.quote_id)
    made.add_unsigned("digest", document.digest)
    add_words(made, document)
    made.add_text("kind", document.kind)
    made.add_text("status", document.status)
    made.add_text("language", document.language.split("-")[0].lower() or UNKNOWN_LANGUAGE)
    made.add_unsigned("speaker_id", document.speaker_id)
    if document.speaker:
        made.add_text("speaker", document.speaker)
        made.add_text("label", label("speaker", document.speaker_id, document.speaker, document.speaker_name))
    made.add_float("weight", 2 ** prior(document) - 2)
    add_printings(made, document)
    add_topics(made, document)
    return made


def add_words(made: Document, document: QuoteDocument) -> None:
    """Exact words by field, and the stems of all but names."""
    language = base_language(document.language)
    quote = words(document.text)
    made.add_text("words", " ".join(quote))
    around = [words(text) for text in document.contexts]
    for text in around:
        made.add_text("context", " ".join(text))
        made.add_text("context_pairs", " ".join(pairs(text)))
    for name in called(document.names):
        made.add_text("names", name)
    other = [words(text) for text in document.circumstances]
    for text in other:
        made.add_text("circumstances", " ".join(text))
    quote_stems = stems(quote + joined_forms(document.text), language)
    beside = [word for text in (*around, *other) for word in text]
    beside += [form for text in document.contexts for form in joined_forms(text)]
    made.add_text("stems", " ".join(quote_stems))
    made.add_text("pairs", " ".join(pairs(quote)))
    made.add_text("anything", " ".join(dict.fromkeys(quote_stems + stems(beside, language))))


@lru_cache(NAMES_KEPT)
def called(names: tuple[str, ...]) -> list[str]:
    """The words of each, and the joined forms of its compounds."""
    run_together = [form for name in names for form in joined_forms(name)]
    return [" ".join(words(name)) for name in names] + run_together


def add_printings(made: Document, document: QuoteDocument) -> None:
    printings = document.printings
    for outlet_id, slug, name in {(one.outlet_id, one.outlet, one.outlet_name) for one in printings}:
        made.add_text("outlet", slug)
        made.add_text("label", label("outlet", outlet_id, slug, name))
    share_out(made, OUTLETS, list(dict.fromkeys(one.outlet_id for one in printings)))
    years = [one.published.year for one in printings if one.published]
    share_out(made, YEARS, list(dict.fromkeys(years)))
    keys = sorted({printing_key(one.outlet_id, minute_of(one.published)) for one in printings})
    made.add_bytes("printings", packed(keys))
    add_numbers(made, "printing", keys)
    dated = [(key >> MINUTE_BITS, key & LAST_MINUTE) for key in keys if key & LAST_MINUTE]
    days = {outlet_day(outlet, minute // DAY) for outlet, minute in dated}
    add_numbers(made, "outlet_day", sorted(days))
    add_minutes(made, sorted({minute for _, minute in dated}), document.quote_id)


def add_topics(made: Document, document: QuoteDocument) -> None:
    keys = sorted(
        (topic.topic_id for topic in document.topics), key=lambda key: scattered(key, document.quote_id)
    )
    add_numbers(made, "topic_ids", keys)
    for topic in document.topics:
        made.add_text("topic", topic.slug)
        made.add_text("topic_names", folded_name(topic.name))
        made.add_text("label", label("topic", topic.topic_id, topic.slug, topic.name))
    share_out(made, TOPICS, keys)


@lru_cache(NAMES_KEPT)
def folded_name(name: str) -> str:
    return " ".join(words(name))


def scattered(key: int, quote_id: int) -> int:
    """A place in an order that is another one for each quote, so that a topic stands in all fields alike
    (multiplicative hashing, Knuth 1973).
    """
    return (key + quote_id) * 2_654_435_761 % 2**32


def share_out(made: Document, fields: Sequence[str], values: list[int]) -> None:
    """One value each, 0 where there are no more, and all that are left to the last field."""
    *single, others = fields
    for place, field in enumerate(single):
        made.add_unsigned(field, values[place] if place < len(values) else 0)
    left = values[len(single) :]
    add_numbers(made, others, left)
    if left:
        made.add_text("more", others)


def add_minutes(made: Document, minutes: list[int], quote_id: int) -> None:
    """Of all printings, in order."""
    add_numbers(made, "printed", minutes)
    add_numbers(made, "day", sorted({minute // DAY for minute in minutes}))
    newest, oldest = (minutes[-1], minutes[0]) if minutes else (0, LAST_MINUTE)
    made.add_unsigned("newest", place_in_time(newest, quote_id))
    made.add_unsigned("oldest", place_in_time(oldest, quote_id))


def add_numbers(made: Document, field: str, numbers: list[int]) -> None:
    for number in numbers:
        made.add_unsigned(field, number)


def prior(document: QuoteDocument) -> float:
    """What the score of a match is multiplied by, 1 to 2.7: gently more for what is recent, sure and well
    sourced.

    Recency grows by the same step every year, so that it never needs to be computed again.
    """
    years = [printing.published.year for printing in document.printings if printing.published]
    recency = RECENCY_A_YEAR * (max(years, default=EPOCH) - EPOCH)
    sources = SOURCES_SHARE * log2(1 + document.sources)
    return (
        1
        + min(max(recency, 0), RECENCY_CAP)
        + CONFIDENCE_SHARE * document.confidence
        + min(sources, SOURCES_CAP)
    )
