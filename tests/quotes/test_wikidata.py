"""Candidates from Wikidata: a local stand-in answers as its API does; off unless switched on."""

import pytest
from django.urls import reverse

from quotes.models import Speaker
from quotes.wikidata import Candidate, WikidataError, candidates
from tests.quotes.rows import make_speaker

pytestmark = pytest.mark.django_db

FOUND = {
    "search": [
        {"id": "Q101", "label": "Amara Osei", "description": "Ghanaian mayor"},
        {"id": "Q102", "label": "Amara Osei"},
    ]
}


@pytest.fixture
def stand_in(httpserver, settings):
    settings.WIKIDATA = httpserver.url_for("/w/api.php")
    settings.ARCHIVE_ALLOWED_PRIVATE = [f"{httpserver.host}:{httpserver.port}"]
    return httpserver


def test_wikidata_is_not_asked_unless_switched_on():
    with pytest.raises(WikidataError, match="switched off"):
        candidates("Amara Osei")


def test_candidates_come_in_their_order(stand_in):
    query = "action=wbsearchentities&search=Amara+Osei&language=en&type=item&limit=10&format=json"
    stand_in.expect_oneshot_request("/w/api.php", query_string=query).respond_with_json(FOUND)

    assert candidates("Amara Osei") == [
        Candidate("Q101", "Amara Osei", "Ghanaian mayor"),
        Candidate("Q102", "Amara Osei", ""),
    ]


@pytest.mark.parametrize("body", ["<html>", "[]", '{"error": {}}'])
def test_an_answer_that_is_no_list_is_told(stand_in, body):
    stand_in.expect_request("/w/api.php").respond_with_data(body)

    with pytest.raises(WikidataError, match="no list"):
        candidates("Amara Osei")


def ask(admin_client, speaker, **data):
    address = reverse("admin:quotes_speaker_wikidata", args=[speaker.pk])
    return admin_client.post(address, data) if data else admin_client.get(address)


def test_curator_chooses_who_it_is(stand_in, admin_client):
    stand_in.expect_request("/w/api.php").respond_with_json(FOUND)
    speaker = make_speaker()

    assert "Ghanaian mayor" in ask(admin_client, speaker).content.decode()
    ask(admin_client, speaker, item="Q101")

    speaker.refresh_from_db()
    assert (speaker.wikidata, speaker.description) == ("Q101", "Ghanaian mayor")
    assert speaker.locked == ["description", "wikidata"]


def test_item_of_another_speaker_is_refused(stand_in, admin_client):
    stand_in.expect_request("/w/api.php").respond_with_json(FOUND)
    make_speaker("Kwame Lind", wikidata="Q101")
    speaker = make_speaker()

    answer = ask(admin_client, speaker, item="Q101")

    assert (answer.status_code, "merge the two" in answer.content.decode()) == (422, True)
    assert Speaker.objects.get(pk=speaker.pk).wikidata is None


def test_curator_is_told_that_it_is_off(admin_client):
    speaker = make_speaker()

    page = admin_client.get(reverse("admin:quotes_speaker_wikidata", args=[speaker.pk]), follow=True)

    assert "switched off" in page.content.decode()
