"""Documents into the index."""

from collections.abc import Iterable, Sequence
from itertools import islice
from math import ceil
from pathlib import Path
from typing import Self

from tantivy import Index, Query

from quotes.search.document import QuoteDocument
from quotes.search.errors import IndexBroken, IndexBusy, SearchError

from .entries import Entries
from .schema import schema

SMALL_HEAP = 15_000_000
LARGE_HEAP = 300_000_000
PORTION = 130_000  # documents of a quote and its context that fit into it
AT_ONCE = 8  # segments of about one size, which tantivy's LogMergePolicy merges into one
CROWDED = 8  # segments: with so many small ones beside the large one tantivy begins to merge them


class TantivyWriter:
    """Writes one generation, within a ``with``: at its end it lets go, and what was not committed is lost.

    Only one at a time for one index: whoever makes it holds the writer's lock.
    """

    def __init__(self, generation: Path, *, bulk: bool = False) -> None:
        self.entries = Entries()
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
            self.writer.add_document(self.entries.of(document))
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
        """Wait until segments are merged, if there are more; nothing can be written any more.

        A writer that is let go of before leaves them as they are.
        """
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
