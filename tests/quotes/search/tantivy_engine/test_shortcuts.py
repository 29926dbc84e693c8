"""Which results are counted by what is known already."""

from datetime import date

import pytest

from quotes.search.parser import parse
from quotes.search.query import SearchQuery
from quotes.search.tantivy_engine.shortcuts import Counted, shortcut
from tests.quotes.search.documents import indexed, made, printed

YEARS = (2018, 2019, 2020)


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    documents = [
        made("The sea is calm", quote_id=year, printings=(printed("herald", f"{year}-05-01"),))
        for year in YEARS
    ]
    return indexed(tmp_path_factory.mktemp("index"), *documents, made("The road", quote_id=1))


def way(engine, query):
    asked = engine.question(query, parse(query.text).node)
    everything = engine.question(SearchQuery(), None).lists()
    return shortcut(asked, Counted(everything, asked.lists))


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (SearchQuery(since=date(2018, 8, 2)), 2),
        (SearchQuery(since=date(2018, 5, 2), until=date(2020, 12, 30)), 3),
        (SearchQuery(since=date(2019, 5, 2), until=date(2019, 12, 30)), 1),
        (SearchQuery("after:2018 before:2021"), 3),
        (SearchQuery(since=date.min, until=date.max), 3),
    ],
)
def test_days_are_counted_by_years_that_are_mostly_within(engine, query, number):
    found = way(engine, query)

    assert [year["kind"].counts.total() for year in found.known] == [1] * number


@pytest.mark.parametrize("text", ["sea", "the"])
def test_a_word_of_most_quotes_is_counted_by_the_others(engine, text):
    found = way(engine, SearchQuery(text))

    assert [known["kind"].counts.total() for known in found.known] == [len(YEARS) + 1]


@pytest.mark.parametrize(
    "query",
    [
        SearchQuery("road"),
        SearchQuery("sea kind:direct"),
        SearchQuery("sea", speaker="amara-osei"),
        SearchQuery(outlet="herald", since=date(2018, 1, 1)),
        SearchQuery(since=date(2019, 2, 1), until=date(2019, 7, 30)),
        SearchQuery(since=date(2020, 2, 1), until=date(2019, 7, 30)),
        SearchQuery("sea", since=date(2018, 1, 1)),
    ],
)
def test_all_else_is_counted_directly(engine, query):
    assert way(engine, query) is None


def test_nothing_is_known_before_everything_was_asked_for(engine):
    asked = engine.question(SearchQuery("sea"), parse("sea").node)

    assert shortcut(asked, Counted(None, asked.lists)) is None
