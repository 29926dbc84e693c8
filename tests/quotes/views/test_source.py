"""Citations, annotations and live pages of a quote."""

import pytest
from django.urls import reverse

from tests.quotes.rows import make_article, make_capture, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def occurrence():
    return make_occurrence("It rained", speaker=make_speaker())


@pytest.mark.parametrize("suffix", ["bib", "ris", "csl.json"])
def test_citation_is_a_download(client, occurrence, suffix):
    response = client.get(reverse("citation", args=[occurrence.quote_id, suffix]))

    name = f'attachment; filename="quote-{occurrence.quote_id}.{suffix}"'
    assert response["Content-Disposition"] == name
    assert "It rained" in response.content.decode()


def test_citation_of_an_unknown_kind_is_not_found(client, occurrence):
    assert client.get(reverse("citation", args=[occurrence.quote_id, "doc"])).status_code == 404


@pytest.mark.parametrize("name", ["citation", "annotation", "live"])
def test_source_of_a_hidden_quote_is_not_found(client, occurrence, name):
    occurrence.quote.status = "rejected"
    occurrence.quote.save()
    pk = occurrence.pk if name == "live" else occurrence.quote_id

    assert client.get(reverse(name, args=[pk, "bib"] if name == "citation" else [pk])).status_code == 404


def test_annotation_points_at_the_words(client, occurrence):
    target = client.get(reverse("annotation", args=[occurrence.quote_id])).json()["target"]

    assert target["source"] == occurrence.article.url
    assert target["selector"] == {
        "type": "TextQuoteSelector",
        "exact": "It rained",
        "prefix": "“",
        "suffix": ",” she said.",
    }


def test_annotation_of_an_interrupted_quote_points_at_each_segment(client):
    reading = make_reading("“It rained,” she said, “all day.”")
    segments = [[1, 11], [24, 32]]
    occurrence = make_occurrence(
        "It rained,", reading=reading, segments=segments, end=32, exact="It rained, all day."
    )

    targets = client.get(reverse("annotation", args=[occurrence.quote_id])).json()["target"]

    assert [target["source"] for target in targets] == [occurrence.article.url] * 2
    assert [target["selector"] for target in targets] == [
        {
            "type": "TextQuoteSelector",
            "exact": "It rained,",
            "prefix": "“",
            "suffix": "” she said, “all day.”",
        },
        {
            "type": "TextQuoteSelector",
            "exact": "all day.",
            "prefix": "“It rained,” she said, “",
            "suffix": "”",
        },
    ]


def test_live_page_without_its_capture_is_the_article(client, occurrence):
    response = client.get(reverse("live", args=[occurrence.pk]))

    assert (response.status_code, response["Location"]) == (302, occurrence.article.url)


def test_live_page_of_no_web_address_is_not_found(client):
    article = make_article(url="urn:x", url_key="urn:x")
    occurrence = make_occurrence(reading=make_reading("It rained", capture=make_capture(article)))

    assert client.get(reverse("live", args=[occurrence.pk])).status_code == 404


def test_citation_and_annotation_of_a_merged_quote_are_of_the_one_that_stands(client, occurrence):
    merged = make_occurrence("It poured").quote
    merged.merged_into = occurrence.quote
    merged.save()

    citation = client.get(reverse("citation", args=[merged.pk, "ris"])).content.decode()
    annotation = client.get(reverse("annotation", args=[merged.pk])).json()

    assert "N1  - Amara Osei: “It rained”" in citation
    assert annotation["id"] == f"http://testserver{occurrence.quote.get_absolute_url()}"


def test_annotation_leaves_out_what_tracks_and_says_what_it_is(client, occurrence):
    occurrence.article.url = "https://gazette.example/?id=7&utm_source=rss"
    occurrence.article.save()

    response = client.get(reverse("annotation", args=[occurrence.quote_id]))

    profile = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    assert response["Content-Type"] == profile
    assert response.json()["target"]["source"] == "https://gazette.example/?id=7"
