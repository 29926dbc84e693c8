"""The index as it was last committed, reopened when another process changed it."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from tantivy import Index, Searcher

from quotes.search.errors import IndexBroken, IndexMissing

from .folder import Folder

ATTEMPTS = 3  # a reload may meet a writer that removes files which a merge has replaced

Stamp = tuple[int, int, int]
Commit = tuple[Path, Stamp | None]


def stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


@dataclass
class Opened:
    """One generation as it was opened, and the commit that it shows."""

    generation: Path
    index: Index
    commit: Stamp | None


class Reader:
    """One a process; threads share it."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.lock = Lock()
        self.pointer: Stamp | None = None
        self.opened: Opened | None = None

    def searcher(self) -> tuple[Searcher, Commit]:
        """Of the newest commit, and what tells commits apart. Raises ``IndexMissing`` or ``IndexBroken``."""
        with self.lock:
            opened = self.fresh()
            return opened.index.searcher(), (opened.generation, opened.commit)

    def fresh(self) -> Opened:
        pointer = stamp(self.folder.pointer)
        if self.opened is None or pointer != self.pointer:
            self.opened, self.pointer = opened(self.folder), pointer
        commit = stamp(self.opened.generation / "meta.json")
        if commit != self.opened.commit:
            reload(self.opened.index)
            self.opened.commit = commit
        return self.opened


def opened(folder: Folder) -> Opened:
    generation = folder.current()
    if generation is None:
        raise IndexMissing("There is no search index yet: run manage.py index --rebuild.")
    commit = stamp(generation / "meta.json")
    try:
        index = Index.open(str(generation))
        index.config_reader("manual")
    except (ValueError, OSError) as error:
        raise IndexBroken(f"The search index cannot be read: {error}") from error
    return Opened(generation, index, commit)


def reload(index: Index) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return index.reload()
        except (ValueError, OSError) as error:
            if attempt == ATTEMPTS:
                raise IndexBroken(f"The search index cannot be read: {error}") from error
    return None
