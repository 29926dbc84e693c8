"""Keeps the index in step with the database, which is the truth; the index can always be made again.

The outbox (``IndexChange``) is drained by whoever gets the writer's lock: first the index is written, then
the rows go, so that a crash between the two only repeats work. A rebuild writes a new generation beside the
one in use; what is drained meanwhile it finds in a journal, and brings in before it swaps the two.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from quotes.models import IndexChange

from .document import QuoteDocument
from .errors import IndexMissing, RebuildRunning
from .gathering import all_documents, documents_of, findable
from .locks import held
from .tantivy_engine import Folder, TantivyEngine, TantivyWriter

BATCH = 2000
SELDOM = 50_000  # new objects

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Of the index in one directory."""

    path: Path

    @property
    def folder(self) -> Folder:
        return Folder(self.path)

    @property
    def writer_lock(self) -> Path:
        return self.path / "writer.lock"

    @property
    def rebuild_lock(self) -> Path:
        return self.path / "rebuild.lock"

    @property
    def journal(self) -> Path:
        return self.path / "drained-during-rebuild"

    def drain(self) -> int:
        """Index what the outbox holds; returns how many quotes. Does nothing while somebody else is at it:
        they look again after letting go of the lock. Raises ``IndexMissing`` or ``IndexBroken``.
        """
        drained = 0
        while IndexChange.objects.exists():
            with held(self.writer_lock, wait=False) as mine:
                if not mine:
                    break
                drained += self.drain_all()
        return drained

    def require(self) -> Path:
        """The generation in use. Raises ``IndexMissing``."""
        generation = self.folder.current()
        if generation is None:
            raise IndexMissing("There is no search index yet: run manage.py index --rebuild.")
        return generation

    def drain_all(self) -> int:
        generation = self.require()
        drained = 0
        with TantivyWriter(generation) as writer:
            for keys, quote_ids in pending():
                write(writer, quote_ids)
                self.note(quote_ids)
                IndexChange.objects.filter(pk__in=keys).delete()
                drained += len(quote_ids)
            writer.tidy()
        return drained

    def note(self, quote_ids: set[int]) -> None:
        """Tell a running rebuild what it may have missed."""
        with held(self.rebuild_lock, wait=False) as nobody_rebuilds:
            if nobody_rebuilds:
                return
        with self.journal.open("a") as journal:
            journal.writelines(f"{quote_id}\n" for quote_id in quote_ids)
            journal.flush()
            os.fsync(journal.fileno())

    def rebuild(self, progress: Progress = lambda count: None) -> int:
        """Make the index anew from the database and swap it in; returns the number of quotes.

        Raises ``RebuildRunning`` where another process is at it.
        """
        with held(self.rebuild_lock, wait=False) as mine:
            if not mine:
                raise RebuildRunning("Another process is rebuilding the search index.")
            with held(self.writer_lock):  # whoever drains from now on sees that a rebuild runs
                self.journal.unlink(missing_ok=True)
            generation = self.folder.new_generation()
            count = built(generation, progress)
            with held(self.writer_lock):
                self.swap_in(generation)
            return count

    def swap_in(self, generation: Path) -> None:
        with TantivyWriter(generation) as writer:
            write(writer, self.noted())
            for keys, quote_ids in pending():
                write(writer, quote_ids)
                IndexChange.objects.filter(pk__in=keys).delete()
        self.folder.publish(generation)
        self.journal.unlink(missing_ok=True)

    def noted(self) -> set[int]:
        if not self.journal.exists():
            return set()
        return {int(line) for line in self.journal.read_text().split()}

    def differences(self) -> Iterator[str]:
        """Quotes that are missing in the index, outdated, or there though readers may not find them."""
        indexed = dict(TantivyEngine(self.path).digests())
        for document in all_documents():
            digest = indexed.pop(document.quote_id, None)
            if digest is None:
                yield f"Quote {document.quote_id} is missing in the index."
            elif digest != document.digest:
                yield f"Quote {document.quote_id} is outdated in the index."
        for quote_id in indexed:
            yield f"Quote {quote_id} is in the index, but readers may not find it."


def upkeep() -> Upkeep:
    """Of this installation's index."""
    return Upkeep(Path(settings.INDEX_DIR))


def pending() -> Iterator[tuple[list[int], set[int]]]:
    """The outbox, a batch at a time: keys of its rows, and the quotes. The caller deletes the rows."""
    while rows := list(IndexChange.objects.order_by("pk").values_list("pk", "quote_id")[:BATCH]):
        yield [key for key, _ in rows], {quote_id for _, quote_id in rows}


def write(writer: TantivyWriter, quote_ids: set[int]) -> None:
    """Bring these quotes into the index as the database has them now, or out of it."""
    documents = list(documents_of(quote_ids))
    writer.put(documents)
    writer.remove(quote_ids - {document.quote_id for document in documents})
    writer.commit()


def built(generation: Path, progress: Progress) -> int:
    with TantivyWriter(generation, bulk=True) as writer, seldom_collected():
        return writer.fill(counted(all_documents(), progress), findable().count())


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Search for garbage less often: thousands of rows and documents at a time are none."""
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def counted(documents: Iterable[QuoteDocument], progress: Progress) -> Iterator[QuoteDocument]:
    for count, document in enumerate(documents, start=1):
        yield document
        progress(count)
