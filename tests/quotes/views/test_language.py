"""The language of the pages."""

import pytest
from django.urls import reverse

from archive.models import Capture
from archive.models.capture import COMMAND
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


def test_page_speaks_the_language_of_the_browser(client):
    page = client.get("/about/", headers={"Accept-Language": "de-AT,de;q=0.9"})

    assert '<html lang="de">' in page.content.decode()
    assert page["Content-Language"] == "de"


def test_page_speaks_english_where_nobody_wishes_another_language(client):
    assert '<html lang="en">' in client.get("/about/").content.decode()


def test_chosen_language_counts_more_than_the_browser(client):
    response = client.get(
        reverse("language", args=["en"]), headers={"Referer": "http://testserver/about/?x=1"}
    )

    assert (response.status_code, response["Location"]) == (302, "/about/?x=1")
    assert '<html lang="en">' in client.get("/about/", headers={"Accept-Language": "de"}).content.decode()


@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/", "//elsewhere.example/", "x:x"])
def test_choice_of_language_never_leads_elsewhere(client, referer):
    assert client.get(reverse("language", args=["de"]), headers={"Referer": referer})["Location"] == "/"


@pytest.mark.parametrize("path", ["//elsewhere.example/", "///elsewhere.example/", "/elsewhere.example/"])
def test_choice_of_language_stays_here_whatever_the_path(client, path):
    response = client.get(reverse("language", args=["de"]), headers={"Referer": f"http://testserver{path}"})
    assert response["Location"] == "/elsewhere.example/"


def test_unknown_language_is_not_found(client):
    assert client.get(reverse("language", args=["xx"])).status_code == 404


def test_page_is_translated_with_its_dates(client):
    make_occurrence("It rained", speaker=make_speaker())

    page = client.get("/today/3/2/", headers={"Accept-Language": "de"}).content.decode()

    assert "<h1>2. März</h1>" in page
    assert "An diesem Tag gedruckt" in page
    assert ">2. März 2026</time>" in page


def test_what_is_copied_is_translated_with_its_dates(client):
    quote = make_occurrence("It rained", speaker=make_speaker()).quote

    page = client.get(quote.get_absolute_url(), headers={"Accept-Language": "de"})

    assert ", 2. März 2026, " in page.context["copied"]
    assert "; archiviert: http" in page.context["copied"]


def test_a_file_handed_in_by_a_command_is_the_staffs(client):
    occurrence = make_occurrence("It rained", speaker=make_speaker())
    Capture.objects.update(origin=Capture.Origin.SUPPLIED, supplied_by=COMMAND)

    page = client.get(occurrence.quote.get_absolute_url(), headers={"Accept-Language": "de"})

    assert "von der Redaktion des Archivs" in page.content.decode()
