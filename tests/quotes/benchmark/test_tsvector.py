"""PostgreSQL's search finds what it should in a small archive, and leaves nothing behind."""

import os

import pytest
from django.core.management import CommandError, call_command

from quotes.benchmark.corpus import Corpus
from quotes.benchmark.errors import BenchmarkError
from quotes.benchmark.tsvector import TextSearchVectors, asked
from quotes.management.commands.benchmark import postgres_compared
from quotes.search.query import SearchQuery


@pytest.fixture
def url() -> str:
    """The server of the tests themselves."""
    return postgres_compared("")


@pytest.fixture
def vectors(url):
    pytest.importorskip("psycopg")
    made = TextSearchVectors(url)
    yield made
    made.close()


def answers(vectors, text, **asked_for):
    vectors.build(Corpus(40).documents())
    return vectors.search(SearchQuery(text, **asked_for))


def test_phrase_finds_the_quote_that_says_it(vectors):
    said = [document.text for document in Corpus(40).documents()]
    rare = max((word.strip(".") for word in said[7].split()), key=len)

    keys, count = answers(vectors, f'"{rare}"')

    assert 8 in keys
    assert count == len(keys)


def test_newest_is_by_the_newest_printing(vectors):
    documents = {document.quote_id: document for document in Corpus(40).documents()}
    word = max(documents[1].text.strip(".").split(), key=len)[:2]

    keys, _ = answers(vectors, f"{word}*", sort="newest")

    dates = [max(one.published for one in documents[key].printings) for key in keys]
    assert dates == sorted(dates, reverse=True)


def test_table_is_gone_with_the_connection(url, vectors):
    vectors.build(Corpus(1).documents())
    other = TextSearchVectors(url)

    assert other.answer("SELECT to_regclass('benchmark_quotes')") == [(None,)]
    other.close()


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("sea ferry", ("websearch_to_tsquery", "sea ferry")),
        ('"sea ferry"', ("websearch_to_tsquery", '"sea ferry"')),
        ("ferr*", ("to_tsquery", "ferr:*")),
    ],
)
def test_query_is_read_by_the_function_that_knows_it(text, question):
    assert asked(text) == question


def test_address_of_no_postgresql():
    with pytest.raises(CommandError, match="--postgres takes"):
        call_command("benchmark", "search", "--postgres=sqlite:///a")


def test_archive_on_sqlite_is_compared_with_no_postgresql(monkeypatch):
    monkeypatch.delenv("BENCHMARK_POSTGRES", raising=False)
    monkeypatch.setitem(os.environ, "DATABASE_URL", "sqlite:///archive.sqlite3")

    assert postgres_compared("") == ""


def test_server_that_is_not_there():
    pytest.importorskip("psycopg")

    with pytest.raises(BenchmarkError, match="No PostgreSQL to compare with"):
        TextSearchVectors("postgres://nobody@127.0.0.1:1/none?connect_timeout=2")
