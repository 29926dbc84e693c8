"""Documents into the index."""

from collections.abc import Iterable, Sequence
from math import log2
from pathlib import Path

from tantivy import Document, Index, Query

from quotes.search.document import QuoteDocument
from quotes.search.errors import IndexBroken
from quotes.search.stems import base_language, stem
from quotes.search.words import joined_forms, words

from .keys import LAST_MINUTE, minute_of, packed, place_in_time, printing_key
from .schema import schema

UNKNOWN_LANGUAGE = "und"
SMALL_HEAP = 15_000_000
LARGE_HEAP = 200_000_000
CROWDED = 12  # segments; from there on searches would notice
RECENCY_A_YEAR, EPOCH, RECENCY_CAP = 0.02, 2000, 1.0
CONFIDENCE_SHARE = 0.3
SOURCES_SHARE, SOURCES_CAP = 0.1, 0.4


class TantivyWriter:
    """Only one at a time for one index: whoever makes it holds the writer's lock."""

    def __init__(self, generation: Path, *, bulk: bool = False) -> None:
        try:
            self.index = Index(schema(), str(generation))
            self.writer = self.index.writer(LARGE_HEAP if bulk else SMALL_HEAP, num_threads=1)
        except (ValueError, OSError) as error:
            raise IndexBroken(f"The search index cannot be written: {error}") from error

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

    def remove(self, quote_ids: Iterable[int]) -> None:
        gone = Query.term_set_query(schema(), "id", list(quote_ids))
        self.writer.delete_documents_by_query(gone)

    def commit(self) -> None:
        try:
            self.writer.commit()
        except (ValueError, OSError) as error:
            raise IndexBroken(f"The search index cannot be written: {error}") from error

    def close(self) -> None:
        """Let go, after tidying up where many small commits have left many segments."""
        self.index.reload()
        if self.index.searcher().num_segments > CROWDED:
            self.writer.wait_merging_threads()

    def close_tidy(self) -> None:
        """Let go with as few segments as can be."""
        self.writer.wait_merging_threads()


def fields_of(document: QuoteDocument) -> Document:
    made = Document()
    made.add_unsigned("id", document.quote_id)
    made.add_unsigned("digest", document.digest)
    add_words(made, document)
    made.add_text("kind", document.kind)
    made.add_text("status", document.status)
    made.add_text("language", document.language.split("-")[0].lower() or UNKNOWN_LANGUAGE)
    if document.speaker:
        made.add_text("speaker", document.speaker)
        made.add_text("speaker_label", f"{document.speaker}\t{document.speaker_name}")
    made.add_float("weight", 2 ** prior(document) - 2)
    add_printings(made, document)
    return made


def add_words(made: Document, document: QuoteDocument) -> None:
    """Exact words by field, and the stems of all."""
    language = base_language(document.language)
    quote = words(document.text)
    made.add_text("words", " ".join(quote))
    around = [words(text) for text in document.contexts]
    called = [words(name) for name in document.names]
    for name, texts in (("context", around), ("names", called)):
        for text in texts:
            made.add_text(name, " ".join(text))
    other = [words(text) for text in document.circumstances]
    quote_stems = [stem(word, language) for word in quote + joined_forms(document.text)]
    beside = [word for text in (*around, *called, *other) for word in text]
    beside += [form for text in (*document.contexts, *document.names) for form in joined_forms(text)]
    made.add_text("stems", " ".join(quote_stems))
    made.add_text("anything", " ".join([*quote_stems, *(stem(word, language) for word in beside)]))


def add_printings(made: Document, document: QuoteDocument) -> None:
    outlets = {printing.outlet: printing.outlet_name for printing in document.printings}
    for slug, name in outlets.items():
        made.add_text("outlet", slug)
        made.add_text("outlet_label", f"{slug}\t{name}")
    dated = [(printing.outlet, minute_of(printing.published)) for printing in document.printings]
    keys = sorted({printing_key(slug, minute) for slug, minute in dated})
    for key in keys:
        made.add_unsigned("printing", key)
    made.add_bytes("printings", packed(keys))
    minutes = sorted({minute for _, minute in dated if minute})
    for minute in minutes:
        made.add_unsigned("printed", minute)
    for year in sorted({printing.published.year for printing in document.printings if printing.published}):
        made.add_unsigned("year", year)
    newest, oldest = (minutes[-1], minutes[0]) if minutes else (0, LAST_MINUTE)
    made.add_unsigned("newest", place_in_time(newest, document.quote_id))
    made.add_unsigned("oldest", place_in_time(oldest, document.quote_id))


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
