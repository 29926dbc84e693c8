"""Orders, counts and pages beside plain Python over the same quotes, many times by chance."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random

import pytest

from quotes.search.nodes import Or, Printed
from quotes.search.parser import parse
from quotes.search.query import SearchQuery
from quotes.search.tantivy_engine import walk
from tests.quotes.search.documents import OUTLETS, about, indexed, made, printed

QUOTES = 200
FIRST = datetime(2018, 1, 1)  # noqa: DTZ001 -- in the site's time zone, as documents have it
WORDS = ["tax", "sea", "road"]
SPEAKERS = [f"Speaker {letter}{second}" for letter in "ABCDEFGH" for second in "xyz"]

TOPICS = [f"Topic {number}" for number in range(40)]


def some_printings(random: Random):
    """None, one, or some; at times the same minute, at times without a date."""
    made_ = []
    for _ in range(random.choice([0, 1, 1, 1, 2, 3])):
        moment = FIRST + timedelta(minutes=random.choice([random.randrange(2_000_000), 777]))
        made_.append(
            printed(random.choice(list(OUTLETS)), moment.isoformat() if random.random() < 0.9 else "")
        )
    return tuple(dict.fromkeys(made_))


def some_topics(random: Random):
    """None, some, or more than there are fields of one number each; some far more often than others."""
    number = random.choice([0, 1, 2, 3, 9])
    drawn = random.choices(TOPICS, weights=range(1, len(TOPICS) + 1), k=number)
    return about(*dict.fromkeys(drawn))


def some_documents(seed: int):
    random = Random(seed)
    return [
        made(
            " ".join(random.sample(WORDS, random.randint(1, 3))),
            quote_id=quote_id,
            speaker=random.choice(SPEAKERS),
            printings=some_printings(random),
            topics=some_topics(random),
        )
        for quote_id in range(1, QUOTES + 1)
    ]


@pytest.fixture(scope="module", params=[1, 2])
def archive(request, tmp_path_factory):
    documents = some_documents(request.param)
    return documents, indexed(tmp_path_factory.mktemp("index"), *documents, commits=3)


def some_queries(number: int):
    random = Random(number)
    for _ in range(number):
        since, until = sorted(date(2018, 1, 1) + timedelta(days=random.randrange(1500)) for _ in range(2))
        yield SearchQuery(
            speaker=random.choice(["", "", "speaker-ax"]),
            outlet=random.choice(["", *OUTLETS]),
            since=random.choice([None, since]),
            until=random.choice([None, until]),
            sort=random.choice(["newest", "oldest"]),
            size=random.choice([1, 7, 50]),
            offset=random.choice([0, 0, 3, 60]),
        )


def fits(query: SearchQuery, printing) -> bool:
    day = printing.published and printing.published.date()
    if (query.since or query.until) and day is None:
        return False
    return (
        (not query.outlet or printing.outlet == query.outlet)
        and (not query.since or day >= query.since)
        and (not query.until or day <= query.until)
    )


def expected(documents, query: SearchQuery):
    """Ids in order, by plain code."""
    asked = bool(query.outlet or query.since or query.until)
    places = []
    for document in documents:
        fitting = [one for one in document.printings if fits(query, one)]
        if (asked and not fitting) or (query.speaker and document.speaker != query.speaker):
            continue
        dates = sorted(one.published for one in fitting if one.published)
        places.append((dates, document.quote_id))
    dated = [(dates, pk) for dates, pk in places if dates]
    undated = [pk for dates, pk in places if not dates]
    if query.sort == "newest":
        dated.sort(key=lambda place: (place[0][-1], place[1]), reverse=True)
        return [pk for _, pk in dated] + sorted(undated, reverse=True)
    dated.sort(key=lambda place: (place[0][0], place[1]))
    return [pk for _, pk in dated] + sorted(undated)


@pytest.fixture(params=[5, 300], ids=["narrow windows", "wide windows"])
def windows(request, monkeypatch):
    monkeypatch.setattr(walk, "GATHERED", request.param)


@pytest.mark.usefixtures("windows")
def test_pages_along_time(archive):
    documents, engine = archive
    for query in some_queries(40):
        order = expected(documents, query)
        answer = engine.search(query, None)
        page = order[query.offset : query.offset + query.size]
        assert ([hit.quote_id for hit in answer.hits], answer.total) == (page, len(order)), query
        assert (answer.next_cursor is None) == (query.offset + query.size >= len(order))


@pytest.mark.usefixtures("windows")
def test_cursors_lead_through_the_whole_result_and_back(archive):
    documents, engine = archive
    for query in some_queries(20):
        query = query.but(offset=0, size=max(query.size, 7))
        pages = pages_onward(engine, query)
        assert [pk for page, _ in pages for pk in page] == expected(documents, query), query
        assert_way_back(engine, query, pages)


def test_cursors_lead_through_a_ranked_result_and_back(archive):
    _, engine = archive
    whole = [hit.quote_id for hit in engine.search(SearchQuery(size=1000), None).hits]
    pages = pages_onward(engine, SearchQuery(size=90))
    assert [pk for page, _ in pages for pk in page] == whole
    assert len(whole) == QUOTES
    assert_way_back(engine, SearchQuery(size=90), pages)


def pages_onward(engine, query) -> list[tuple[list[int], str | None]]:
    """The quotes of each page, and the cursor of the page before."""
    pages, cursor = [], None
    while True:
        answer = engine.search(query.but(cursor=cursor, facets=()), None)
        pages.append(([hit.quote_id for hit in answer.hits], answer.previous_cursor))
        cursor = answer.next_cursor
        if cursor is None:
            return pages


def assert_way_back(engine, query, pages) -> None:
    *earlier, (_, cursor) = pages
    for page, _ in reversed(earlier):
        answer = engine.search(query.but(cursor=cursor, facets=()), None)
        assert [hit.quote_id for hit in answer.hits] == page, query
        assert answer.next_cursor is not None
        cursor = answer.previous_cursor
    assert cursor is None


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("narrowed", [{}, {"outlet": "herald"}])
def test_pages_stay_where_they_were_though_quotes_come_in(tmp_path, sort, narrowed):
    documents = some_documents(1)
    query = SearchQuery(sort=sort, size=10, facets=(), **narrowed)
    before = indexed(tmp_path / "before", *documents[20:])
    first, second = (engine_page(before, query, None), engine_page(before, query, "next"))
    after = indexed(tmp_path / "after", *documents)
    whole = [hit.quote_id for hit in after.search(query.but(size=1000), None).hits]
    seen = whole.index(first.hits[-1].quote_id)
    onward = after.search(query.but(cursor=first.next_cursor), None)
    assert [hit.quote_id for hit in onward.hits] == whole[seen + 1 : seen + 11]
    edge = whole.index(second.hits[0].quote_id)
    back = after.search(query.but(cursor=second.previous_cursor), None)
    assert [hit.quote_id for hit in back.hits] == whole[edge - 10 : edge]


def engine_page(engine, query, which):
    first = engine.search(query, None)
    return engine.search(query.but(cursor=first.next_cursor), None) if which else first


def test_facets_count_what_narrowing_to_them_finds(archive):
    documents, engine = archive
    for query in some_queries(20):
        facets = engine.search(query.but(facet_size=100), None).facets
        for speaker in facets["speaker"]:
            if not query.speaker:
                assert speaker.count == len(expected(documents, query.but(speaker=speaker.value)))
        for outlet in facets["outlet"]:
            if not query.outlet:
                assert outlet.count == len(expected(documents, query.but(outlet=outlet.value))), query
        for year in facets["year"]:
            first, last = date(int(year.value), 1, 1), date(int(year.value), 12, 31)
            since, until = max(query.since or first, first), min(query.until or last, last)
            assert year.count == len(expected(documents, query.but(since=since, until=until))), query


def test_facets_name_the_commonest(archive):
    documents, engine = archive
    facets = engine.search(SearchQuery(facet_size=5), None).facets
    speakers = Counter(document.speaker for document in documents)
    assert [s.count for s in facets["speaker"]] == [count for _, count in speakers.most_common(5)]
    outlets = Counter(outlet for document in documents for outlet in {p.outlet for p in document.printings})
    assert {o.value: o.count for o in facets["outlet"]} == outlets


def test_facets_of_speakers_are_exact_though_segments_tell_only_some(archive, monkeypatch):
    documents, engine = archive
    monkeypatch.setattr("quotes.search.tantivy_engine.counting.COMMONEST", 3)
    speakers = Counter(document.speaker for document in documents)
    for size in (1, 3, 30):
        counted = engine.search(SearchQuery(facet_size=size), None).facets["speaker"]
        assert [s.count for s in counted] == [count for _, count in speakers.most_common(size)]
        assert all(speakers[s.value] == s.count for s in counted)


@pytest.mark.parametrize("commits", [1, 3])
@pytest.mark.parametrize("told", [1, 5, 20, 300])
def test_facets_of_topics_are_exact_though_segments_tell_only_some(tmp_path, monkeypatch, told, commits):
    documents = some_documents(1)
    engine = indexed(tmp_path, *documents, commits=commits)
    monkeypatch.setattr("quotes.search.tantivy_engine.counting.COMMONEST", told)
    topics = Counter(topic.slug for document in documents for topic in document.topics)
    for size in (1, 3, 50):
        engine.forget()
        counted = engine.search(SearchQuery(facet_size=size), None).facets["topic"]
        assert [t.count for t in counted] == [count for _, count in topics.most_common(size)]
        assert all(topics[t.value] == t.count for t in counted)


@pytest.mark.parametrize("commits", [1, 3])
@pytest.mark.parametrize("told", [2, 300])
def test_what_most_quotes_have_in_common_is_counted_by_the_others(tmp_path, monkeypatch, told, commits):
    monkeypatch.setattr("quotes.search.tantivy_engine.shortcuts.MOST", 0)
    monkeypatch.setattr("quotes.search.tantivy_engine.counting.COMMONEST", told)
    documents = [*some_documents(1), made("The sea is calm", quote_id=QUOTES + 1, kind="indirect")]
    one, other = (indexed(tmp_path / name, *documents, commits=commits) for name in ("one", "other"))
    one.search(SearchQuery(), None)
    days = [date(2019, 1, 1), date(2019, 4, 3), date(2020, 10, 30), date(2022, 1, 1)]
    years = [SearchQuery(since=since, until=until) for since in [None, *days] for until in [None, *days]]
    for query in (SearchQuery("sea"), SearchQuery("sea OR tax"), *years, *some_queries(20)):
        query, node = query.but(facet_size=5), parse(query.text).node
        by_others, directly = one.search(query, node), other.search(query, node)
        assert (by_others.total, by_others.facets) == (directly.total, directly.facets), query


def test_alternatives_of_printings_along_time(archive):
    documents, engine = archive
    herald = set(expected(documents, SearchQuery(outlet="herald")))
    both = herald | set(expected(documents, SearchQuery(outlet="courier")))
    answer = engine.search(SearchQuery(sort="newest", size=1000), Or((Printed("herald"), Printed("courier"))))
    assert {hit.quote_id for hit in answer.hits} == both
    assert answer.total == len(answer.hits)
