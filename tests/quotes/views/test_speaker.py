"""Everything somebody said."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from archive.models import Article
from quotes.models import Quote
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


def texts(response):
    return [quote.text for quote in response.context["page"]]


def say(words, speaker, **values):
    occurrence = make_occurrence(words, speaker=speaker)
    Quote.objects.filter(pk=occurrence.quote_id).update(**values)


def test_speaker_page_lists_public_quotes_newest_first(client):
    speaker = make_speaker()
    say("Long ago", speaker, first_seen="2020-05-01T00:00Z")
    say("Last week", speaker)
    say("Never", speaker, status="rejected")
    say("A title", speaker, kind="unattributed")

    assert texts(client.get(speaker.get_absolute_url())) == ["Last week", "Long ago"]


def test_speaker_page_of_one_year_lists_that_year(client):
    speaker = make_speaker()
    say("Long ago", speaker, first_seen="2020-05-01T00:00Z")
    say("Last week", speaker)

    response = client.get(speaker.get_absolute_url(), {"year": "2020"})

    assert texts(response) == ["Long ago"]
    assert [(bar.year, bar.count) for bar in response.context["timeline"] if bar.count] == [
        (2020, 1),
        (2026, 1),
    ]


def test_quote_without_a_date_stands_in_no_year(client):
    speaker = make_speaker()
    make_occurrence("It rained", speaker=speaker)
    Article.objects.update(published=None)

    everything = client.get(speaker.get_absolute_url())
    of_the_year = client.get(speaker.get_absolute_url(), {"year": "2026"})

    assert (texts(everything), texts(of_the_year)) == (["It rained"], [])
    assert everything.context["timeline"] == []


@pytest.mark.parametrize("year", ["", "0000", "12345", "-1", "²⁰²⁰", "x"])
def test_speaker_page_of_a_year_that_is_none_lists_all(client, year):
    speaker = make_speaker()
    say("Last week", speaker)

    assert texts(client.get(speaker.get_absolute_url(), {"year": year})) == ["Last week"]


def test_merged_speaker_leads_to_the_one_that_stands(client):
    standing = make_speaker()
    merged = make_speaker("A. Osei", merged_into=standing)

    answer = client.get(merged.get_absolute_url())
    assert (answer.status_code, answer["Location"]) == (301, standing.get_absolute_url())
    assert answer["Cache-Control"] == "no-cache"  # the merge may be undone


def test_speaker_page_opens_without_quotes(client):
    assert client.get(make_speaker().get_absolute_url()).status_code == 200


def test_speaker_page_takes_a_constant_number_of_queries(queries_of):
    speaker = make_speaker()
    say("Once", speaker)
    once = queries_of(speaker.get_absolute_url())
    for number in range(29):
        say(f"Time {number}", speaker)

    assert queries_of(speaker.get_absolute_url()) == once


def test_speakers_page_names_the_most_quoted_first(client):
    seldom, often = make_speaker("Wen Shulan"), make_speaker("Amara Osei")
    say("One", seldom)
    say("Two", often)
    say("Three", often)

    speakers = client.get(reverse("speakers")).context["speakers"]

    assert [(speaker.name, speaker.number) for speaker in speakers] == [("Amara Osei", 2), ("Wen Shulan", 1)]


def test_speakers_page_takes_a_constant_number_of_queries(queries_of):
    say("Once", make_speaker())
    once = queries_of(reverse("speakers"))
    for number in range(29):
        say(f"Time {number}", make_speaker())

    assert queries_of(reverse("speakers")) == once


def test_speaker_page_shows_what_most_sources_printed(client):
    speaker = make_speaker()
    say("Once", speaker)
    say("Twice", speaker, sources=2)
    say("Thrice", speaker, sources=3)

    reprinted = client.get(speaker.get_absolute_url()).context["reprinted"]

    assert [quote.text for quote in reprinted] == ["Thrice", "Twice"]


@pytest.mark.django_db(transaction=True)
def test_speaker_page_shows_what_others_said_about_them(client, search_index):
    speaker = make_speaker("Amara Osei", slug="amara-osei")
    say("I am Amara Osei", speaker)
    say("Amara Osei is right", make_speaker("Wen Shulan"))
    say("Osei it is, Amara", make_speaker("Wen Shulan"))

    response = client.get(speaker.get_absolute_url())

    assert [quote.text for quote in response.context["about"]] == ["Amara Osei is right"]
    found = client.get("/", {"q": response.context["about_query"]}).context["quotes"]
    assert [quote.text for quote in found] == ["Amara Osei is right"]


def test_speaker_names_others_of_the_same_name(client):
    speaker, other = make_speaker(), make_speaker(description="a poet of Brill")

    page = client.get(speaker.get_absolute_url()).content.decode()

    assert f'<a href="{other.get_absolute_url()}">Amara Osei, a poet of Brill</a>' in page


def test_speaker_page_tells_when_each_role_was_printed(client):
    speaker = make_speaker()
    speaker.roles.create(text="mayor", first_printed="2020-05-02T00:00Z", last_printed="2024-11-03T00:00Z")
    speaker.roles.create(text="a poet", first_printed="2019-01-05T00:00Z", last_printed="2019-01-09T00:00Z")
    speaker.roles.create(text="a sailor")

    side = BeautifulSoup(client.get(speaker.get_absolute_url()).content, "lxml").select_one("aside ul")

    assert [item.get_text(" ", strip=True) for item in side.select("li")] == [
        "mayor May 2020 – November 2024",
        "a poet January 2019",
        "a sailor",
    ]
