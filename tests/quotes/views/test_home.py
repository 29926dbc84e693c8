"""The front page."""

import pytest

from archive.models import Article
from quotes.models import Quote
from tests.quotes.rows import make_article, make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


def say(words, speaker=None, **values):
    """A clear quote."""
    occurrence = make_occurrence(words, speaker=speaker or make_speaker())
    Quote.objects.filter(pk=occurrence.quote_id).update(**{"confidence": 0.95} | values)


def latest(client):
    return [quote.text for quote in client.get("/").context["latest"]]


def test_home_of_an_empty_archive_says_so(client):
    assert "The archive is empty." in client.get("/").content.decode()


def test_home_tells_what_the_archive_holds(client):
    say("It rained")
    say("Rain", make_speaker("Wen Shulan"))

    figures = client.get("/").context["figures"]

    assert figures == {"quotes": 2, "confirmed": 0, "speakers": 2, "articles": 2, "outlets": 2}


def test_outlet_of_which_nothing_was_read_is_not_counted(client):
    say("It rained")
    make_article(state=Article.State.FAILED)

    assert client.get("/").context["figures"]["outlets"] == 1


def test_home_shows_the_newest_first(client):
    say("Old", first_seen="2020-01-01T00:00Z")
    say("New")

    assert latest(client) == ["New", "Old"]


def test_home_shows_nothing_hidden_or_doubtful(client):
    say("Rejected", status="rejected")
    say("Doubtful", confidence=0.3)
    say("Clear")

    assert latest(client) == ["Clear"]


def test_home_names_the_most_quoted(client):
    often = make_speaker("Wen Shulan")
    say("One")
    say("Two", often)
    say("Three", often)

    assert [speaker.number for speaker in client.get("/").context["speakers"]] == [2, 1]


def test_home_takes_a_constant_number_of_queries(queries_of):
    say("It rained")
    once = queries_of("/")
    for number in range(29):
        say(f"It rained {number} times")

    assert queries_of("/") == once
