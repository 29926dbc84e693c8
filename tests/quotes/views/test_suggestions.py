"""Names below the search box."""

import pytest
from django.urls import reverse

from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


def suggested(client, typed):
    return client.get(reverse("suggestions"), {"q": typed}).json()


def test_suggestions_name_speakers_and_outlets_with_their_quotes(client):
    speaker = make_speaker("Amara Osei", slug="amara-osei")
    outlet = make_occurrence("It rained", speaker=speaker).article.outlet

    assert suggested(client, "ama") == {
        "speakers": [{"name": "Amara Osei", "quotes": 1, "address": speaker.get_absolute_url()}],
        "outlets": [],
    }
    assert suggested(client, "gaz")["outlets"] == [
        {"name": outlet.name, "quotes": 1, "address": reverse("outlet", args=[outlet.slug])}
    ]


@pytest.mark.parametrize("typed", ["", "\0", "*", "a" * 100_000])
def test_suggestions_for_anything_are_a_plain_answer(client, typed):
    assert suggested(client, typed) == {"speakers": [], "outlets": []}


def test_suggestions_take_no_query_of_the_database(client, django_assert_num_queries):
    make_occurrence("It rained", speaker=make_speaker())
    suggested(client, "ama")

    with django_assert_num_queries(0):
        suggested(client, "ama")
