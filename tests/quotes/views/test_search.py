"""Results of a search, and the ways on from them."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from archive.models import Article, Topic
from tests.quotes.rows import make_article, make_capture, make_occurrence, make_reading, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


@pytest.fixture
@transaction.atomic  # the index follows each commit
def said():
    """Two quotes of Amara Osei and one of Wen Shulan."""
    amara, wen = make_speaker("Amara Osei", slug="amara-osei"), make_speaker("Wen Shulan", slug="wen-shulan")
    make_occurrence("It rained all night", speaker=amara)
    make_occurrence("The rain stopped at noon", speaker=amara)
    make_occurrence("Nobody likes rain", speaker=wen)


@transaction.atomic  # the index follows each commit
def say_often(times):
    for number in range(times):
        make_occurrence(f"It rained {number} times", speaker=make_speaker())


def found(client, **asked):
    response = client.get(reverse("home"), asked)
    return sorted(quote.text for quote in response.context["quotes"])


def test_search_finds_words(client, said):
    assert found(client, q="night") == ["It rained all night"]


def test_search_is_narrowed_by_speaker(client, said):
    assert found(client, q="rain", speaker="wen-shulan") == ["Nobody likes rain"]


@pytest.fixture
def on_the_sea(said):
    with transaction.atomic():
        Topic.objects.create(name="The Sea", slug="the-sea").articles.set(Article.objects.order_by("pk")[:2])
        Topic.objects.create(name="Rain", slug="rain").articles.set(Article.objects.order_by("pk")[:1])


@pytest.mark.usefixtures("on_the_sea")
def test_search_is_narrowed_by_topic(client):
    assert found(client, q="rain", topic="the-sea") == ["It rained all night", "The rain stopped at noon"]
    assert found(client, q="topic:sea noon") == ["The rain stopped at noon"]


@pytest.mark.usefixtures("on_the_sea")
def test_search_counts_topics_and_shows_the_chosen_one(client):
    response = client.get("/", {"q": "rain", "topic": "the-sea"})
    facets = {facet.label: facet.values for facet in response.context["facets"]}
    topics = [(value.label, value.count, value.chosen) for value in facets["Topics"]]
    assert topics == [("The Sea", 2, True), ("Rain", 1, False)]
    (chip,) = response.context["chips"]
    assert (chip.kind, chip.text, chip.link) == ("Topic", "The Sea", "/?q=rain")
    page = response.content.decode()
    assert '<input type="hidden" name="topic" value="the-sea">' in page
    taken = [reverse("export", args=["csv"]), reverse("export", args=["jsonl"]), reverse("feed")]
    assert [address for address in taken if f'{address}?q=rain&amp;topic=the-sea"' not in page] == []


def test_search_for_nothing_lists_everything(client, said):
    assert len(found(client, q="")) == 3


def test_search_without_a_parameter_is_the_home_page(client, said):
    assert "home.html" in [template.name for template in client.get("/").templates]


def test_search_marks_the_words(client, said):
    assert "It rained all <mark>night</mark>" in client.get("/", {"q": "night"}).content.decode()


def test_search_between_dates(client, said):
    assert found(client, q="rain", since="2026-03-03") == []
    assert len(found(client, q="rain", since="2026-03-01", until="2026-03-02")) == 3


def test_search_tells_of_a_date_that_is_none(client, said):
    response = client.get("/", {"q": "rain", "since": "yesterday"})

    assert "Enter a valid date." in response.content.decode()
    assert len(response.context["quotes"]) == 3


@pytest.mark.parametrize(
    "words", ["\0", "\ud800", "AND", '"', "(((", "speaker:", "-", "*", "a" * 100_000, "' OR 1=1"]
)
def test_search_for_anything_is_a_plain_answer(client, said, words):
    assert client.get("/", {"q": words.encode("utf-8", "surrogatepass")}).status_code == 200


@pytest.mark.parametrize("words", ["rain\0nobody", "rain nobody " + "rain " * 300])
def test_search_never_leaves_out_the_words(client, said, words):
    assert found(client, q=words) == ["Nobody likes rain"]


def test_search_never_leaves_out_a_condition(client, said):
    assert found(client, q="rain", speaker="wen-shulan\0") == ["Nobody likes rain"]
    assert found(client, q="rain", speaker="w" * 400) == []


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "²"])
def test_search_for_a_page_that_is_none_is_a_plain_answer(client, said, page):
    assert client.get("/", {"q": "rain", "page": page}).status_code == 200


def test_search_by_htmx_answers_with_the_results_alone(client, said):
    page = client.get("/", {"q": "night"}, headers={"HX-Request": "true"}).content.decode()

    assert page.strip().startswith('<div class="found">')
    assert "It rained all" in page


def test_search_counts_lead_to_narrower_results(client, said):
    response = client.get("/", {"q": "rain"})

    speakers = response.context["facets"][0].values
    assert [(value.label, value.count) for value in speakers] == [("Amara Osei", 2), ("Wen Shulan", 1)]
    assert len(client.get(speakers[0].link).context["quotes"]) == 2


def test_search_shows_what_was_understood_as_chips_that_can_be_removed(client, said):
    response = client.get("/", {"q": "rain -night", "speaker": "amara-osei"})

    chips = response.context["chips"]
    assert [(chip.kind, chip.text) for chip in chips] == [
        ("", "rain"),
        ("without", "night"),
        ("Speaker", "Amara Osei"),
    ]
    assert len(client.get(chips[2].link).context["quotes"]) == 2


def test_search_without_result_says_so(client, said):
    page = client.get("/", {"q": "hippopotamus"}).content.decode()

    assert "No quote here has all of this." in page


def link(page: str, rel: str) -> str:
    return unescape(re.search(f'<a rel="{rel}" href="([^"]+)"', page)[1])


def test_search_pages_lead_on_and_back(client):
    say_often(41)

    first = client.get("/", {"q": "rained"})
    second = client.get("/" + link(first.content.decode(), "next"))
    third = client.get("/" + link(second.content.decode(), "next"))
    back = client.get("/" + link(third.content.decode(), "prev"))

    assert [len(page.context["quotes"]) for page in (first, second, third)] == [20, 20, 1]
    assert "Page 3 of 3" in third.content.decode()
    assert back.context["quotes"] == second.context["quotes"]
    assert link(back.content.decode(), "prev") == "?q=rained"


def test_search_pages_are_reached_by_number_too(client):
    say_often(21)

    assert len(client.get("/", {"q": "rained", "page": "2"}).context["quotes"]) == 1


@pytest.mark.parametrize("cursor", ["x", "r", "r0", "r-0.0", "rffffffff.1", "n1.1", "\x00", "r" * 5000])
def test_search_for_a_cursor_that_is_none_is_a_plain_answer(client, said, cursor):
    assert client.get("/", {"q": "rained", "cursor": cursor}).status_code == 200


def test_search_takes_a_constant_number_of_queries(queries_of):
    make_occurrence("It rained", speaker=make_speaker())
    once = queries_of("/?q=rained")
    say_often(29)

    assert queries_of("/?q=rained") == once


def test_search_leaves_empty_fields_out_of_its_address(client):
    response = client.get("/?q=rain&since=&until=&kind=")

    assert (response.status_code, response["Location"]) == (302, "/?q=rain")


def test_search_by_htmx_tells_the_address_without_empty_fields(client):
    response = client.get("/?q=moon%20light&since=", headers={"HX-Request": "true"})

    assert response["HX-Replace-Url"] == "/?q=moon+light"


def test_search_newest_first_tells_of_the_last_printing(client):
    quote = None
    for year in (2020, 2024):
        article = make_article(published=datetime(year, 5, 1, tzinfo=UTC))
        reading = make_reading("“It rained,” she said.", capture=make_capture(article))
        quote = make_occurrence("It rained", reading=reading, quote=quote).quote

    newest = client.get("/", {"q": "rained", "sort": "newest"})
    earlier = client.get("/", {"q": "rained", "sort": "newest", "until": "2020-12-31"})
    typed = client.get("/", {"q": "rained before:2021", "sort": "newest"})

    assert "again in" in newest.content.decode()
    assert "counts in each of its years" in newest.content.decode()
    assert "again in" not in earlier.content.decode()
    assert "again in" not in typed.content.decode()


def test_search_hints_at_what_is_no_day(client):
    assert "take a year, a month or a day" in client.get("/", {"q": "before:soon"}).content.decode()


def test_search_on_paper_says_what_was_asked_when_and_where(client, said):
    with time_machine.travel(datetime(2026, 5, 3, 12, tzinfo=UTC), tick=False):
        page = client.get("/", {"q": "<rain>", "kind": "direct"}).content.decode()
    [told] = re.findall(r'<p class="on-paper">(.*?)</p>', page)
    assert unescape(told).split(" · ") == [
        "Searched for: <rain>",
        "3 May 2026, 12:00",
        "http://testserver/?q=%3Crain%3E&kind=direct",
    ]


def test_page_behind_the_last_leads_back(client, said):
    response = client.get("/", {"q": "rain", "speaker": "amara-osei", "page": "7"})
    page = response.content.decode()

    assert response.context["quotes"] == []
    assert "The result ends before this page." in page
    assert '<a href="?q=rain&amp;speaker=amara-osei">Back to its first page</a>' in page
    assert "No quote here has all of this." not in page


@pytest.mark.parametrize(
    ("since", "until", "chips"),
    [
        ("2025-01-01", "2025-12-31", [("Year", "2025", "/?q=rain")]),
        ("2024-01-01", "2025-12-31", [("Years", "2024–2025", "/?q=rain")]),
        (
            "2025-01-02",
            "2025-12-31",
            [
                ("From", "2 January 2025", "/?q=rain&until=2025-12-31"),
                ("To", "31 December 2025", "/?q=rain&since=2025-01-02"),
            ],
        ),
    ],
)
def test_whole_years_are_one_chip(client, said, since, until, chips):
    shown = client.get("/", {"q": "rain", "since": since, "until": until}).context["chips"]

    assert [(chip.kind, chip.text, chip.link) for chip in shown] == chips


@pytest.mark.parametrize(("first", "last"), [(2025, 2025), (2024, 2025), (1999, 1999)])
def test_chosen_years_are_marked_and_others_stay_to_be_chosen(client, first, last):
    for year in (2024, 2025, 2026):
        article = make_article(published=datetime(year, 5, 1, tzinfo=UTC))
        make_occurrence(
            "It rained", reading=make_reading("“It rained,” she said.", capture=make_capture(article))
        )

    narrowed = client.get("/", {"q": "rained", "since": f"{first}-01-01", "until": f"{last}-12-31"})

    bars = [(bar.year, bar.count, bar.chosen) for bar in narrowed.context["timeline"]]
    assert bars == [(year, 1, first <= year <= last) for year in (2024, 2025, 2026)]


@pytest.mark.parametrize(("since", "opened"), [("2025-01-01", False), ("soon", True)])
def test_form_stays_closed_unless_it_has_something_to_tell(client, said, since, opened):
    page = client.get("/", {"q": "rain", "since": since}).content.decode()

    assert ('<details class="narrow" open>' in page) is opened
