"""Topics and what was said there."""

import pytest
from django.urls import reverse

from archive.models import Topic
from quotes.models import Quote
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


def make_topic(name="Ferries", slug="ferries"):
    return Topic.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def say(words, topic, **values):
    occurrence = make_occurrence(words, speaker=make_speaker())
    occurrence.article.topics.add(topic)
    Quote.objects.filter(pk=occurrence.quote_id).update(**values)


def texts(response):
    return [quote.text for quote in response.context["page"]]


def test_topic_page_lists_public_quotes_of_its_articles(client):
    say("It floats", make_topic())
    say("It sank", make_topic(), status="rejected")
    say("It rained", make_topic("Weather", "weather"))

    assert texts(client.get(reverse("topic", args=["ferries"]))) == ["It floats"]


def test_topic_page_of_one_year_lists_that_year(client):
    say("It floats", make_topic())
    say("It floated", make_topic(), first_seen="2020-05-01T00:00Z")

    assert texts(client.get(reverse("topic", args=["ferries"]), {"year": "2020"})) == ["It floated"]


def test_topic_of_any_script_has_an_address(client):
    say("It floats", make_topic("北京", "北京"))

    assert client.get(reverse("topic", args=["北京"])).status_code == 200


def test_unknown_topic_is_not_found(client):
    assert client.get(reverse("topic", args=["ferries"])).status_code == 404


def test_topics_page_names_those_with_most_quotes_first(client):
    say("It rained", make_topic("Weather", "weather"))
    say("It floats", make_topic())
    say("It sank", make_topic())

    topics = client.get(reverse("topics")).context["topics"]

    assert [(topic.name, topic.number) for topic in topics] == [("Ferries", 2), ("Weather", 1)]


@pytest.mark.parametrize("address", ["/topics/", "/topics/ferries/"])
def test_topic_pages_take_a_constant_number_of_queries(queries_of, address):
    say("Once", make_topic())
    once = queries_of(address)
    for number in range(29):
        say(f"Time {number}", make_topic())
        say(f"Other {number}", make_topic(f"Topic {number}", f"topic-{number}"))

    assert queries_of(address) == once
