"""What is found, on an index of a few quotes."""

from datetime import date

import pytest

from quotes.search.document import QuoteDocument
from quotes.search.errors import CursorError
from quotes.search.parser import parse
from quotes.search.query import FacetCount, SearchQuery
from quotes.search.tantivy_engine import Folder, TantivyWriter
from tests.quotes.search.documents import about, indexed, made, printed


def found(engine, text="", **query) -> list[int]:
    asked = SearchQuery(text, **query)
    return sorted(hit.quote_id for hit in engine.search(asked, parse(text).node).hits)


ARCHIVE = [
    made(
        "We are running out of water, and the harbour's e-mail is down",
        quote_id=1,
        speaker="Amara Osei",
        contexts=("She spoke at the budget meeting", "The ministers of Gannet listened"),
        circumstances=("third-quarter earnings call",),
        printings=(printed("courier", "2020-05-01T09:00"),),
        topics=about("Water Supply", "Local Politics"),
    ),
    made(
        "They run to the sea",
        quote_id=2,
        speaker="Bo Lindqvist",
        printings=(printed("herald", "2021-01-02"),),
        topics=about("Water Sports"),
    ),
    made("to be or not to be", quote_id=3, kind="mixed", speaker="Ama Osei-Tutu"),
    made("He says the water is fine", quote_id=4, kind="indirect", speaker="Bo Lindqvist"),
    made("Die Häuser am Wasser", quote_id=5, language="de", status="confirmed"),
    made("Running with 1,000 cafés in C++", quote_id=6, language="xx"),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return indexed(tmp_path_factory.mktemp("index"), *ARCHIVE, commits=2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 3, 5, 6]),
        ("run", [1, 2]),
        ("running", [1, 2, 6]),
        ("runs", [1, 2]),
        ('"running"', [1, 6]),
        ('"run"', [2]),
        ("haus", [5]),
        ("hauser", [5]),
        ("cafe", []),
        ("cafés", [6]),
        ("CAFES", [6]),
        ("c++", [6]),
        ("c#", []),
        ("1000", [6]),
        ("1,000", [6]),
        ("email", [1]),
        ("e-mail", [1]),
        ("harbour", [1]),
        ("harbour's", [1]),
        ("water sea", []),
        ("water OR sea", [1, 2]),
        ("run -water", [2]),
        ("-water", [2, 3, 5, 6]),
        ("-run -be", [5, 6]),
        ('"to be or not"', [3]),
        ('"be to or not"', []),
        ("to be", [3]),
        ("budget", [1]),
        ('"budget meeting"', [1]),
        ("context:budget", [1]),
        ("context:minister", [1]),
        ('context:"minister"', []),
        ("context:water", []),
        ("context:minist*", [1]),
        ("earnings call", [1]),
        ('"third-quarter earnings call"', [1]),
        ('"call earnings"', []),
        ("quart*", [1]),
        ("(water run) OR sea", [1, 2]),
        ("run (sea OR harbour)", [1, 2]),
        ("running -(sea OR harbour)", [6]),
        ("-(water run) -be", [2, 5, 6]),
        ("(outlet:herald OR (outlet:courier water)) after:2020-05-02", [2]),
        ("osei", [1, 3]),
        ("amara water", [1]),
        ("speaker:osei", [1, 3]),
        ("speaker:amara-osei", [1]),
        ('speaker:"Osei Amara"', [1]),
        ("-speaker:osei", [2, 5, 6]),
        ("outlet:herald", [2]),
        ('outlet:"the courier"', [1]),
        ("outlet:the", [1, 2]),
        ("outlet:nobody", []),
        ("-outlet:herald", [1, 3, 5, 6]),
        ("after:2020-05-02", [2]),
        ("before:2021", [1]),
        ("after:2020 before:2022 run", [1, 2]),
        ("outlet:herald after:2022", []),
        ("outlet:herald OR outlet:courier before:2021", [1]),
        ("topic:water", [1, 2]),
        ("topic:local-politics", [1]),
        ('topic:"water politics"', []),
        ('topic:"supply local"', []),
        ("water topic:sports", []),
        ("-topic:sports sea", []),
        ("topic:sports OR topic:politics", [1, 2]),
        ("politics", []),
        ("kind:mixed", [3]),
        ("kind:indirect", [4]),
        ("kind:indirect water", [4]),
        ("wat*", [1]),
        ("wa*", [1, 5]),
        ("the", [1, 2]),
        ("nothing", []),
    ],
)
def test_search(engine, text, expected):
    assert found(engine, text) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"speaker": "bo-lindqvist"}, [2]),
        ({"speaker": "lindqvist"}, []),
        ({"speaker": "bo-lindqvist", "kind": "indirect"}, [4]),
        ({"kind": "direct"}, [1, 2, 5, 6]),
        ({"kind": "unattributed"}, []),
        ({"topic": "water-sports"}, [2]),
        ({"topic": "water"}, []),
        ({"topic": "water-sports", "outlet": "courier"}, []),
        ({"language": "de"}, [5]),
        ({"language": "de-AT"}, [5]),
        ({"status": "confirmed"}, [5]),
        ({"outlet": "herald"}, [2]),
        ({"outlet": "herald", "text": "before:2021"}, []),
        ({"outlet": "herald", "since": date(2021, 1, 2), "until": date(2021, 1, 2)}, [2]),
        ({"since": date(2021, 1, 3)}, []),
        ({"until": date(2020, 5, 1)}, [1]),
        ({"since": date(2022, 1, 1), "until": date(2021, 1, 1)}, []),
        ({"since": date.min, "until": date.max}, [1, 2]),
    ],
)
def test_search_narrowed(engine, query, expected):
    assert found(engine, **query) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"to be"', [1, 2]),
        ('"be to"', []),
        ('"to be or"', [1]),
        ('"not to"', [1, 2]),
        ('"to be or not to be"', [1]),
        ('"to be free"', [2]),
        ('context:"of the"', [3]),
        ('"of the"', [3]),
        ("don't", [3]),
    ],
)
def test_search_for_function_words_side_by_side(tmp_path, text, expected):
    engine = indexed(
        tmp_path,
        made("To be, or not to be", quote_id=1),
        made("Or be not to, and to be-free", quote_id=2, contexts=("To", "be")),
        made("I don't", quote_id=3, contexts=("The end of the line",)),
    )
    assert found(engine, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("pier", [2]), ("Piers", [1, 2]), ("piers jones", [1])])
def test_names_have_no_other_forms(tmp_path, text, expected):
    quotes = made("It rains", quote_id=1, speaker="Piers Jones"), made("On the pier", quote_id=2)
    assert found(indexed(tmp_path, *quotes), text) == expected


def test_search_counts_the_whole_result(engine):
    answer = engine.search(SearchQuery(size=1), None)
    assert answer.total == 5
    speakers = {"amara-osei": "Amara Osei", "bo-lindqvist": "Bo Lindqvist", "ama-osei-tutu": "Ama Osei-Tutu"}
    assert {(one.value, one.label, one.count) for one in answer.facets.pop("speaker")} == {
        (slug, name, 1) for slug, name in speakers.items()
    }
    topics = {
        "water-supply": "Water Supply",
        "local-politics": "Local Politics",
        "water-sports": "Water Sports",
    }
    assert {(one.value, one.label, one.count) for one in answer.facets.pop("topic")} == {
        (slug, name, 1) for slug, name in topics.items()
    }
    assert answer.facets == {
        "outlet": [FacetCount("courier", "The Courier", 1), FacetCount("herald", "The Herald", 1)],
        "year": [FacetCount("2020", "2020", 1), FacetCount("2021", "2021", 1)],
        "kind": [FacetCount("direct", "direct", 4), FacetCount("mixed", "mixed", 1)],
    }


def test_search_counts_no_more_facets_than_asked(engine):
    answer = engine.search(SearchQuery(facets=("outlet",), facet_size=1), None)
    assert answer.facets == {"outlet": [FacetCount("courier", "The Courier", 1)]}


def test_search_counts_nothing_where_nothing_is_asked(engine):
    assert engine.search(SearchQuery(facets=()), None).facets == {}


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("cursor", ["x", "r", "zz", "n1.2.3", "r-1"])
def test_search_with_a_cursor_of_no_page(engine, sort, cursor):
    with pytest.raises(CursorError):
        engine.search(SearchQuery(sort=sort, cursor=cursor), None)


def test_search_counts_anew_after_a_commit(tmp_path):
    engine = indexed(tmp_path, made("It rained"))
    assert engine.search(SearchQuery(), None).total == 1
    with TantivyWriter(Folder(tmp_path).current()) as writer:
        writer.add([made("It snowed")])
        writer.commit()
    assert engine.search(SearchQuery(), None).total == 2


def test_forget_changes_no_answer(engine):
    first = engine.search(SearchQuery("water"), parse("water").node)
    engine.forget()
    assert engine.search(SearchQuery("water"), parse("water").node) == first


def test_knows(engine):
    assert [engine.knows(word) for word in ("running", "budget", "amara", "runing")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("runing", "running"), ("budegt", "budget"), ("ocei", "osei"), ("wather", "water"), ("xylophone", None)],
)
def test_corrections(engine, word, expected):
    assert next(iter(engine.corrections(word)), (None, 0))[0] == expected


def test_speakers_by_the_beginning_of_a_name(engine):
    assert {s.label for s in engine.speakers(["ose"], 5)} == {"Amara Osei", "Ama Osei-Tutu"}
    assert [s.label for s in engine.speakers(["osei", "tu"], 5)] == ["Ama Osei-Tutu"]
    assert [(s.value, s.count) for s in engine.speakers(["lind"], 5)] == [("bo-lindqvist", 1)]


def test_outlets(engine):
    assert engine.outlets() == [
        FacetCount("courier", "The Courier", 1),
        FacetCount("herald", "The Herald", 1),
    ]


def test_alike_finds_the_same_words_first(engine):
    assert engine.alike(["they", "run", "to", "the", "sea"], 3)[0] == 2
    assert engine.alike(["they", "run", "to", "some", "sea"], 3)[0] == 2
    assert engine.alike(["nothing"], 3) == []


def test_digests_are_those_of_the_documents(engine):
    assert engine.digests() == {document.quote_id: document.digest for document in ARCHIVE}


def test_digest_tells_documents_apart():
    first, second = made("a", quote_id=1), made("a", quote_id=1, confidence=0.5)
    assert first.digest == made("a", quote_id=1).digest != second.digest
    assert isinstance(first, QuoteDocument)
