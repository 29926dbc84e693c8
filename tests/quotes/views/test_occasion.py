"""The page of an occasion: what was said there."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from quotes.models import Occasion, Quote
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def occasion():
    return Occasion.objects.create(name="Harbour meeting", place="Tarn", said_on="2026-02-28")


def say(words, occasion, **values):
    occurrence = make_occurrence(words, speaker=make_speaker())
    Quote.objects.filter(pk=occurrence.quote_id).update(occasion=occasion, **values)


def test_occasion_lists_its_public_quotes_in_order(client, occasion):
    say("It sank", occasion)
    say("It floats", occasion, first_seen="2026-03-01T00:00Z")
    say("It burnt", occasion, status="withdrawn")
    say("It rained", None)

    context = client.get(occasion.get_absolute_url()).context

    assert [quote.text for quote in context["page"]] == ["It floats", "It sank"]


def test_occasion_tells_day_place_and_record(client, occasion):
    Occasion.objects.filter(pk=occasion.pk).update(url="https://tarn.example/minutes")

    heading = BeautifulSoup(client.get(occasion.get_absolute_url()).content, "lxml").select_one(".heading")

    assert heading.select_one(".lead").get_text() == "28 February 2026, Tarn"
    assert heading.select_one(".note a")["href"] == "https://tarn.example/minutes"


def test_occasion_takes_a_constant_number_of_queries(queries_of, occasion):
    say("It floats", occasion)
    few = queries_of(occasion.get_absolute_url())
    for number in range(5):
        say(f"It sank {number}", occasion)

    assert queries_of(occasion.get_absolute_url()) == few


def test_unknown_occasion_is_not_found(client):
    assert client.get(reverse("occasion", args=[1])).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_quotes_are_found_by_the_occasion_a_curator_gave(client, search_index, occasion):
    quote = make_occurrence("It floats", speaker=make_speaker()).quote
    quote.occasion = occasion
    quote.save()

    found = client.get("/", {"q": "floats harbour"}).context["quotes"]

    assert [each.text for each in found] == ["It floats"]
