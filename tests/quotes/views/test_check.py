"""Did they say this?"""

import pytest
from django.urls import reverse

from archive.models import Article
from quotes.models import Quote
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]

SAID = "We will not sell the ferries this year"


@pytest.fixture(autouse=True)
def said(search_index):
    return make_occurrence(SAID, speaker=make_speaker())


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        (SAID, "Printed, in these words"),
        ("sell the ferries", "Printed, as part of a longer quote"),
        ("We will sell the ferries this year", "Printed, but in other words"),
        ("The moon is made of cheese", "Not found in this archive"),
    ],
)
def test_check_says_what_was_found(client, sentence, headline):
    assert client.get(reverse("check"), {"sentence": sentence}).context["headline"] == headline


def test_check_marks_what_differs(client):
    page = client.get(reverse("check"), {"sentence": "We will sell the ferries this year"}).content.decode()

    assert "We will <ins>not</ins> sell the ferries this year" in page


def test_check_without_a_sentence_only_asks(client):
    response = client.get(reverse("check"))

    assert response.status_code == 200
    assert "headline" not in response.context


def test_check_as_json_gives_quotes_with_their_source(client, said):
    answer = client.get(reverse("check-json"), {"sentence": SAID}).json()

    assert answer["verdict"] == "exact"
    [match] = answer["matches"]
    assert (match["text"], match["speaker"]) == (SAID, "Amara Osei")
    assert match["article"] == said.article.url


def test_check_as_json_parts_the_runs_and_leaves_out_what_tracks(client):
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
    Quote.objects.filter(pk=occurrence.quote_id).update(text=words)
    Article.objects.filter(pk=occurrence.article_id).update(url="https://gazette.example/1?utm_source=rss")

    [match] = client.get(reverse("check-json"), {"sentence": words}).json()["matches"]

    assert match["text"] == "It rained, […] It never ends."
    assert match["article"] == "https://gazette.example/1"


def test_check_of_more_than_fits_says_so(client):
    asked = {"sentence": f"{SAID} {'and ' * 600}"}
    note = "Only the first 2000 characters were compared."

    assert client.get(reverse("check-json"), asked).json()["note"] == note
    assert note in client.get(reverse("check"), asked).content.decode()
    assert client.get(reverse("check-json"), {"sentence": SAID}).json()["note"] == ""


@pytest.mark.parametrize("sentence", ["", "x", "\0\0 \0", "word " * 5000])
def test_check_of_anything_is_a_plain_answer(client, sentence):
    assert client.get(reverse("check"), {"sentence": sentence}).status_code == 200
    assert client.get(reverse("check-json"), {"sentence": sentence}).status_code == 200
