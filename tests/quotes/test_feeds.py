"""Atom feeds of searches and speakers."""

import feedparser
import pytest
from django.db import transaction
from django.urls import reverse

from quotes.feeds import LENGTH
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


def read(client, address, **asked):
    return feedparser.parse(client.get(address, asked).content)


def test_feed_of_a_search_has_what_it_finds(client):
    quote = make_occurrence("It rained", speaker=make_speaker()).quote
    make_occurrence("It snowed", speaker=make_speaker("Wen Shulan"))

    feed = read(client, reverse("feed"), q="rained")

    assert not feed.bozo
    assert feed.feed.title == "Quote Archive: rained"
    assert [entry.title for entry in feed.entries] == ["Amara Osei: “It rained”"]
    assert feed.entries[0].link.endswith(quote.get_absolute_url())
    assert [link.href.partition("/feed.atom")[2] for link in feed.feed.links if link.rel == "self"] == [
        "?q=rained"
    ]


def test_feed_of_what_none_can_see_is_valid(client):
    make_occurrence("It rained", speaker=make_speaker())

    feed = read(client, reverse("feed"), q="rained\0")

    assert not feed.bozo
    assert feed.feed.title == "Quote Archive: rained"
    assert [entry.title for entry in feed.entries] == ["Amara Osei: “It rained”"]


@pytest.mark.parametrize(("field", "value"), [("since", "soon"), ("until", "2021-13-01"), ("kind", "odd")])
def test_feed_of_what_is_no_day_or_kind_is_refused(client, field, value):
    response = client.get(reverse("feed"), {field: value})

    assert (response.status_code, response.content.decode().startswith(f"* {field}")) == (400, True)


def test_feed_parts_the_runs_of_an_interrupted_quote(client):
    reading = make_reading("“It rained,” she said. “It never ends.”")
    words = "It rained, It never ends."
    runs = [[1, 11], [24, 38]]
    occurrence = make_occurrence(
        "It rained,", reading=reading, exact=words, segments=runs, end=38, speaker=make_speaker()
    )
    occurrence.quote.text = words
    occurrence.quote.save()

    assert [entry.title for entry in read(client, reverse("feed")).entries] == [
        "Amara Osei: “It rained,” “It never ends.”"
    ]


def test_feed_parts_the_runs_in_the_summary_too(client):
    reading = make_reading("“It rained,” she said. “It never ends.”")
    words = "It rained, It never ends."
    occurrence = make_occurrence(
        "It rained,",
        reading=reading,
        exact=words,
        segments=[[1, 11], [24, 38]],
        end=38,
        speaker=make_speaker(),
    )
    occurrence.quote.text = words
    occurrence.quote.save()

    (entry,) = read(client, reverse("feed")).entries

    assert "“It rained,” “It never ends.”" in entry.summary


def test_feed_shows_signs_of_html_as_they_were_said(client):
    make_occurrence("I <b>never</b> said 1 < 2 &amp; 3", speaker=make_speaker())

    body = client.get(reverse("feed")).content.decode()

    assert "“I &amp;lt;b&amp;gt;never&amp;lt;/b&amp;gt; said 1 &amp;lt; 2 &amp;amp;amp; 3”" in body


@pytest.mark.parametrize("sign", ["\x07", "\x0b", "\x1b", "\ufffe"])
def test_a_sign_that_no_xml_can_hold_leaves_the_feed_whole(client, sign):
    make_occurrence(f"It {sign}rained", speaker=make_speaker())

    feed = read(client, reverse("feed"))

    assert (bool(feed.bozo), feed.entries[0].title) == (False, "Amara Osei: “It \ufffdrained”")


@pytest.mark.parametrize("name", ["feed", "speaker-feed"])
def test_entries_keep_their_id_when_the_words_are_corrected(client, name):
    occurrence = make_occurrence("It rained", speaker=make_speaker(slug="amara-osei"))
    address = reverse(name, args=["amara-osei"] if name == "speaker-feed" else [])

    (entry,) = read(client, address).entries

    assert entry.id == f"http://testserver{reverse('quote-short', args=[occurrence.quote_id])}"


@pytest.mark.parametrize("name", ["feed", "speaker-feed"])
def test_feed_that_has_not_changed_is_not_sent_again(client, name):
    make_occurrence("It rained", speaker=make_speaker(slug="amara-osei"))
    address = reverse(name, args=["amara-osei"] if name == "speaker-feed" else [])

    tag = client.get(address)["ETag"]

    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


def links(feed, rel):
    return [link.href for link in feed.feed.links if link.rel == rel]


def test_feed_leads_on_to_all_older_quotes(client):
    with transaction.atomic():
        for number in range(LENGTH + 2):
            make_occurrence(f"It rained {number} times", speaker=make_speaker())

    first = read(client, reverse("feed"), q="rained")
    (address,) = links(first, "next")
    second = feedparser.parse(client.get(address).content)

    assert (len(first.entries), len(second.entries)) == (LENGTH, 2)
    assert len({entry.id for entry in first.entries + second.entries}) == LENGTH + 2
    assert second.feed.id == first.feed.id == "http://testserver/?q=rained"
    assert links(second, "self") == [address]
    assert links(second, "next") == []


def test_feed_of_a_topic_has_its_quotes(client):
    make_occurrence("It rained", speaker=make_speaker())
    occurrence = make_occurrence("It snowed", speaker=make_speaker("Wen Shulan"))
    occurrence.article.topics.create(name="The Sea", slug="the-sea")

    feed = read(client, reverse("feed"), topic="the-sea")

    assert [entry.title for entry in feed.entries] == ["Wen Shulan: “It snowed”"]


def test_feed_of_a_speaker_has_their_quotes(client):
    speaker = make_speaker(slug="amara-osei")
    make_occurrence("It rained", speaker=speaker)
    make_occurrence("It snowed", speaker=make_speaker("Wen Shulan"))

    feed = read(client, reverse("speaker-feed", args=["amara-osei"]))

    assert feed.feed.title == "Quotes of Amara Osei"
    assert [entry.title for entry in feed.entries] == ["Amara Osei: “It rained”"]


def test_feed_of_a_speaker_leads_on_to_all_older_quotes(client):
    speaker = make_speaker(slug="amara-osei")
    with transaction.atomic():
        for number in range(LENGTH + 2):
            make_occurrence(f"It rained {number} times", speaker=speaker)

    first = read(client, reverse("speaker-feed", args=["amara-osei"]))
    second = feedparser.parse(client.get(links(first, "next")[0]).content)

    assert len({entry.id for entry in first.entries + second.entries}) == LENGTH + 2
    assert second.feed.id == first.feed.id
    assert links(second, "next") == []


def test_feed_of_an_unknown_speaker_is_not_found(client):
    assert client.get(reverse("speaker-feed", args=["nobody"])).status_code == 404


def test_feed_without_quotes_is_valid(client):
    assert not read(client, reverse("feed")).bozo
