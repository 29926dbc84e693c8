"""The whole measurement: an archive is made up, indexed and searched."""

import gc
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command
from django.test import Client

from quotes.search import SearchQuery, search
from quotes.search.engine import Engine
from quotes.search.finding import engine
from quotes.search.parser import parse
from quotes.search.tantivy_engine import Folder, TantivyEngine, TantivyWriter
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
THREE = ("speaker", "outlet", "year")  # facets


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
        rate = len(documents) / seconds(written, documents, small_index())
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
        self.say(heading("three facets", "five facets", "page") + "   (p50 / p95, milliseconds)")
        for name, queries in self.classes.items():
            three = timed(search_anew, [query.but(facets=THREE) for query in queries])
            self.say(line(name, three, timed(search_anew, queries), timed(self.page, queries)))
        self.say(f"Memory of this process: {tree_megabytes(os.getpid()):.0f} MB of its own; at its peak")
        self.say(f"{peak_megabytes():.0f} MB with the pages of the index, which all processes share")

    def grow(self) -> None:
        """How much longer a search of the archive takes than one of the first quotes alone."""
        small, ready = TantivyEngine(small_index()), min(self.corpus.quotes, READY)
        self.say(f"{self.corpus.quotes / ready:.0f} times the quotes, p50 of {ready} and times as long:")
        for query in islice(self.mixed(), WARM_UP):
            searched(small, query)
            searched(engine(), query)
        for name, queries in self.classes.items():
            few, all_ = (timed(partial(searched, index), queries) for index in (small, engine()))
            self.say(f"{name:28}{few.p50:>18.1f}{all_.p50 / few.p50:>18.1f}")

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
            self.say(heading(*others) + "   (p50 / p95, milliseconds)")
            for name in (name for name in self.classes if name in COMPARED):
                self.say(line(name, *(timed(other.search, self.classes[name]) for other in others.values())))

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


def searched(index: Engine, query: SearchQuery) -> None:
    """As ``search_anew`` does it in the whole archive."""
    index.forget()
    index.search(query, parse(query.text).node)


def small_index() -> Path:
    """Of the first documents alone, to tell how searches grow with an archive."""
    return upkeep().path.with_name("first-documents")


def written(documents: list, path: Path) -> None:
    folder = Folder(path)
    generation = folder.new_generation()
    with TantivyWriter(generation, bulk=True) as writer:
        writer.fill(documents, len(documents))
    folder.publish(generation)


def megabytes() -> float:
    files = (path for path in upkeep().path.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6


def heading(*columns: str) -> str:
    return f"{'':28}" + "".join(f"{column:>18}" for column in columns)


def line(name: str, *timings: Timing) -> str:
    return f"{name:28}" + "".join(f"{f'{timing.p50:.1f} / {timing.p95:.1f}':>18}" for timing in timings)
