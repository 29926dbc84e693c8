"""Searching the archive itself, from its rows to the answer."""

import shutil

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from quotes.models import Occurrence, Quote
from quotes.search import SearchQuery, search, suggest
from quotes.search import finding as finding_module
from quotes.search.upkeep import upkeep
from tests.quotes.rows import (
    make_article,
    make_capture,
    make_occurrence,
    make_outlet,
    make_reading,
    make_speaker,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


def quote_of(words: str, **values) -> Quote:
    return make_occurrence(words, **values).quote


def test_search_of_an_empty_archive():
    answer = search(SearchQuery("anything", sort="newest"))
    assert (answer.hits, answer.total, answer.suggestion, answer.problem) == ([], 0, "", "")


def test_search_finds_what_was_committed():
    quote = quote_of("It rained all night")
    assert search(SearchQuery("rain")).ids == [quote.pk]


def test_search_finds_a_quote_by_its_context_and_its_speaker():
    reading = make_reading("The harbour was closed. “It rained,” said Osei. She left for Gannet.")
    occurrence = make_occurrence("It rained", reading=reading, speaker=make_speaker("Amara Osei"))
    occurrence.before, occurrence.after = "The harbour was closed.", "She left for Gannet."
    occurrence.evidence = {"occasion": {"start": 0, "end": 3, "text": "the harbour gala"}, "cue": None}
    occurrence.save()
    for text in ("harbour gannet", "osei rained", "context:gannet", "gala", "speaker:amara"):
        assert search(SearchQuery(text)).ids == [occurrence.quote_id]


@pytest.mark.parametrize("status", [Quote.Status.WITHDRAWN, Quote.Status.REJECTED])
def test_search_never_finds_what_was_taken_back(status):
    quote = quote_of("It rained")
    quote.status = status
    quote.save()
    assert search(SearchQuery("rained")).total == 0
    assert search(SearchQuery("rained", status=status)).total == 0
    assert list(upkeep().differences()) == []


@pytest.mark.parametrize(("kind", "total"), [("indirect", 1), ("unattributed", 0)])
def test_search_finds_other_kinds_only_where_asked(kind, total):
    quote = quote_of("It rained")
    quote.kind = kind
    quote.save()
    assert search(SearchQuery("rained")).total == 0
    assert search(SearchQuery("rained", kind=kind)).total == total


def test_search_does_not_find_a_quote_that_was_merged():
    kept, merged = quote_of("It rained"), quote_of("It rained")
    merged.merged_into = kept
    merged.save()
    assert search(SearchQuery("rained")).ids == [kept.pk]


def test_search_does_not_count_a_rejected_occurrence():
    outlet = make_outlet(slug="courier")
    quote = quote_of("It rained")
    make_occurrence("It rained", quote=quote, reading=reading_in(outlet), review=Occurrence.Review.REJECTED)
    assert search(SearchQuery(outlet="courier")).total == 0


def reading_in(outlet):
    return make_reading("“It rained,” she said.", capture=make_capture(make_article(outlet=outlet)))


def test_search_by_the_names_of_a_merged_speaker():
    old, new = make_speaker("Amara Osei"), make_speaker("Amara Lindqvist")
    quote = quote_of("It rained", speaker=old)
    old.merged_into = new
    old.save()
    assert search(SearchQuery("speaker:osei")).ids == [quote.pk]
    assert search(SearchQuery(speaker=new.slug)).ids == [quote.pk]
    assert [(f.value, f.label) for f in search(SearchQuery()).facets["speaker"]] == [(new.slug, new.name)]


def test_search_shows_the_new_name_of_a_speaker():
    quote = quote_of("It rained", speaker=make_speaker("Amara Osei"))
    quote_of("It snowed", speaker=quote.speaker)
    quote.speaker.name = "Amara N. Osei"
    quote.speaker.save()
    facet = search(SearchQuery()).facets["speaker"]
    assert [(f.label, f.count) for f in facet] == [("Amara N. Osei", 2)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("raind", "rained"),
        ("speaker:osai", "speaker:osei"),
        ('"it raind" night', '"it rained" night'),
        ("raind -snow", "rained -snow"),
        ("rained nihgt", "rained night"),
        ("xylophone", ""),
        ("rained -night", ""),
    ],
)
def test_search_suggests_what_may_have_been_meant(typed, meant):
    quote_of("It rained all night", speaker=make_speaker("Amara Osei"))
    answer = search(SearchQuery(typed))
    assert (answer.total, answer.suggestion) == (0, meant)


def test_search_with_a_foreign_cursor_begins_at_the_first_page():
    quote = quote_of("It rained")
    assert search(SearchQuery(cursor="nonsense")).ids == [quote.pk]
    assert search(SearchQuery(cursor="n1.1")).ids == [quote.pk]


@pytest.mark.parametrize(("size", "skipped"), [(-5, 0), (0, 0), (10**9, 1)])
def test_search_for_an_odd_page(size, skipped):
    quote = quote_of("It rained")
    assert search(SearchQuery(size=size)).ids == [quote.pk]
    assert search(SearchQuery(offset=size)).ids == [quote.pk][skipped:]


OPERATORS = ['"', "-", "OR", "a", "rained", "b*", "context:", " "]
HOSTILE = [
    "\x00",
    "\ud800",
    '"',
    "-",
    "OR OR",
    "*",
    "a*",
    "speaker:",
    '-"',
    "((",
    "outlet:*",
    "^~",
    "a" * 70_000,
]


@pytest.mark.parametrize("text", [*HOSTILE, "word " * 200_000, "-a " * 1000, " OR ".join("abc" * 30)])
@pytest.mark.parametrize("sort", ["relevance", "newest"])
def test_search_never_fails(text, sort):
    quote_of("It rained")
    assert search(SearchQuery(text, sort=sort)).problem == ""


@pytest.mark.parametrize(
    ("text", "total"),
    [("🦆", 0), ("%", 0), ("..", 0), ("*", 1), ('"', 1), ("- OR", 1), ("", 1), ("% rained", 1)],
)
def test_search_for_no_word_finds_nothing_but_operators_everything(text, total):
    quote_of("It rained")
    assert search(SearchQuery(text)).total == total


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(['"', "-", "OR", "a", "rained", "b*", "context:", " "]), max_size=12).map(
            "".join
        ),
    )
)
def test_search_never_fails_by_chance(text):
    assert search(SearchQuery(text)).problem == ""


def test_search_makes_a_missing_index_again():
    quote = quote_of("It rained")
    shutil.rmtree(upkeep().path)
    assert search(SearchQuery("rained")).ids == [quote.pk]


def test_search_makes_a_broken_index_again():
    quote = quote_of("It rained")
    (upkeep().folder.current() / "meta.json").write_text("{")
    assert search(SearchQuery("rained")).ids == [quote.pk]


def test_search_of_a_large_archive_without_an_index_says_so(monkeypatch):
    monkeypatch.setattr(finding_module, "REBUILT_AT_ONCE", 0)
    quote_of("It rained")
    shutil.rmtree(upkeep().path)
    answer = search(SearchQuery("rained"))
    assert answer.problem == "The search index is being built. Please try again in a moment."
    assert [term.text for term in answer.understood] == ["rained"]


def test_search_asks_the_database_nothing(django_assert_num_queries):
    quote_of("It rained")
    search(SearchQuery())
    with django_assert_num_queries(0):
        search(SearchQuery("rained"))


def test_suggest():
    quote_of("It rained", speaker=make_speaker("Amara Osei"))
    suggestions = suggest("ose")
    assert [(s.label, s.count) for s in suggestions.speakers] == [("Amara Osei", 1)]
    assert [s.label.split()[0] for s in suggest("gaz").outlets] == ["Gazette"]
    assert suggest("gazette ose") == suggest("") == suggest('"*\x00') == type(suggestions)()


def test_suggest_without_an_index():
    shutil.rmtree(upkeep().path, ignore_errors=True)
    assert suggest("ose").speakers == ()
