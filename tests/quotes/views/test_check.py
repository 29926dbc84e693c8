"""Did they say this?"""

import pytest
from django.urls import reverse

from tests.quotes.rows import make_occurrence, make_speaker

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


@pytest.mark.parametrize("sentence", ["", "x", "\0\0 \0", "word " * 5000])
def test_check_of_anything_is_a_plain_answer(client, sentence):
    assert client.get(reverse("check"), {"sentence": sentence}).status_code == 200
    assert client.get(reverse("check-json"), {"sentence": sentence}).status_code == 200
