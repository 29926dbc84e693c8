"""The whole measurement: an archive is made up, indexed and searched."""

import gc
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.test import Client

from quotes.search import SearchQuery, search
from quotes.search.finding import engine
from quotes.search.tantivy_engine import Folder, TantivyWriter
from quotes.search.upkeep import upkeep

from .corpus import Corpus
from .errors import BenchmarkError, Say
from .fts import COMPARED, FullTextSearch
from .queries import Queries
from .rows import write_rows
from .timing import Timing, peak_megabytes, seconds, timed, tree_megabytes
from .tsvector import TextSearchVectors

READY = 100_000  # documents
WARM_UP = 200  # queries


class Benchmark:
    """In an installation of its own, with an empty database."""

    def __init__(self, quotes: int, number: int, say: Say, postgres: str = "") -> None:
        self.postgres = postgres
        self.corpus, self.say, self.page = Corpus(quotes), say, Page()
        self.classes = Queries(self.corpus, number).classes()

    def build(self) -> None:
        """The archive and its index."""
        started = time.perf_counter()
        for _ in write_rows(self.corpus):
            pass
        self.say(f"Rows of {self.corpus.quotes} quotes written in {time.perf_counter() - started:.0f} s")
        call_command("collectstatic", interactive=False, verbosity=0)
        documents = list(islice(self.corpus.documents(), READY))
        gc.freeze()  # these would be searched for garbage again and again
        rate = len(documents) / seconds(written, documents)
        self.say(f"Index from ready documents: {rate:.0f} quotes a second")
        rate = self.corpus.quotes / seconds(upkeep().rebuild)
        self.say(f"Index from the database: {rate:.0f} quotes a second, {megabytes():.0f} MB")

    def search(self) -> None:
        """Every class of query, in a process that has built nothing."""
        self.page(next(self.mixed()))
        gc.collect()
        gc.freeze()  # as a web process does (``quotes.wsgi``) with what it has loaded
        for query in islice(self.mixed(), WARM_UP):
            search(query)
            self.page(query)
        self.say(f"{'':28}{'search':>18}{'page':>18}   (p50 / p95, milliseconds)")
        for name, queries in self.classes.items():
            found, page = timed(search_anew, queries), timed(self.page, queries)
            self.say(f"{name:28}{shown(found):>18}{shown(page):>18}")
        self.say(f"Memory of this process: {tree_megabytes(os.getpid()):.0f} MB of its own; at its peak")
        self.say(f"{peak_megabytes():.0f} MB with the pages of the index, which all processes share")

    def compare(self) -> None:
        """The classes that databases' own full-text searches know, without the index's other facets."""
        with TemporaryDirectory() as folder, ExitStack() as open_ones:
            others: dict[str, FullTextSearch | TextSearchVectors] = {}
            others["SQLite FTS5"] = FullTextSearch(Path(folder) / "fts.sqlite3")
            if self.postgres:
                others["PostgreSQL"] = open_ones.enter_context(closing(TextSearchVectors(self.postgres)))
            for name, other in others.items():
                self.say(f"{name}, built in {seconds(other.build, self.corpus.documents()):.0f} s")
            if self.postgres:
                self.say("PostgreSQL leaves function words out: a search for one finds nothing.")
            self.say(f"{'':28}" + "".join(f"{name:>18}" for name in others) + "   (p50 / p95, milliseconds)")
            for name in (name for name in self.classes if name in COMPARED):
                timings = (timed(other.search, self.classes[name]) for other in others.values())
                self.say(f"{name:28}" + "".join(f"{shown(timing):>18}" for timing in timings))

    def mixed(self) -> Iterator[SearchQuery]:
        for queries in zip(*self.classes.values(), strict=True):
            yield from queries


def search_anew(query: SearchQuery) -> None:
    """Counts and facets included, though a real search would remember them from the page before."""
    engine().forget()
    search(query)


class Page:
    """The whole page of results, as a browser without cookies gets it."""

    def __init__(self) -> None:
        self.client = Client(headers={"host": "127.0.0.1"})

    def __call__(self, query: SearchQuery) -> None:
        answer = self.client.get("/", {name: str(value) for name, value in asked(query).items() if value})
        if answer.status_code != HTTPStatus.OK:
            raise BenchmarkError(f"The page of {query} answered {answer.status_code}.")


def asked(query: SearchQuery) -> dict[str, object]:
    """As the page's address has it."""
    return {
        "q": query.text,
        "speaker": query.speaker,
        "outlet": query.outlet,
        "sort": query.sort,
        "since": query.since,
        "until": query.until,
        "page": query.offset // query.size + 1,
    }


def written(documents: list) -> None:
    with TemporaryDirectory() as folder:
        generation = Folder(Path(folder)).new_generation()
        with TantivyWriter(generation, bulk=True) as writer:
            writer.fill(documents, len(documents))


def megabytes() -> float:
    files = (path for path in upkeep().path.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6


def shown(timing: Timing) -> str:
    return f"{timing.p50:.1f} / {timing.p95:.1f}"
