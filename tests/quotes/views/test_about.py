"""What the archive says of itself, and what it says where there is nothing."""

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.views.defaults import server_error

from quotes.figures import Precision
from quotes.models import Change
from tests.quotes.rows import make_occurrence, make_reading

pytestmark = pytest.mark.django_db


def test_about_names_how_to_reach_the_curators(client, settings):
    settings.ARCHIVE_CONTACT = "curators@archive.example"

    assert "curators@archive.example" in client.get(reverse("about")).content.decode()


def test_about_links_to_a_contact_on_the_web(client, settings):
    settings.ARCHIVE_CONTACT = "https://archive.example/contact"

    assert '<a href="https://archive.example/contact">' in client.get(reverse("about")).content.decode()


def test_unknown_address_offers_the_search(client):
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert 'role="search"' in response.content.decode()


def test_error_page_needs_nothing_of_the_request(rf):

    response = server_error(rf.get("/"))

    assert response.status_code == 500
    assert b"Something went wrong here" in response.content


@pytest.mark.parametrize("address", ["/", "/about/", "/speakers/", "/outlets/", "/check/"])
def test_pages_run_no_script_of_their_own(client, address):
    response = client.get(address)

    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert " style=" not in response.content.decode()
    assert "<script>" not in response.content.decode()


def test_about_lists_outlets_and_methods_with_enough_decisions(client, monkeypatch):
    monkeypatch.setattr("quotes.figures.TELLING", 2)
    cache.clear()
    reading = make_reading("“It rained,” she said. “It snowed,” she said.")
    found = {"reading": reading, "method": "said-clause"}
    make_occurrence("It rained", review="confirmed", **found)
    make_occurrence("It snowed", review="rejected", **found)
    make_occurrence("It froze", review="confirmed", method="ranker")

    response = client.get(reverse("about"))

    assert response.context["by_method"] == [Precision("said-clause", 2, 1)]
    assert response.context["by_outlet"] == [Precision(reading.capture.article.outlet.name, 2, 1)]
    row = '<th scope="row">said-clause</th><td class="number">50&nbsp;%</td><td class="number">2</td>'
    assert row in response.content.decode()


def test_about_lists_no_shares_of_few_decisions(client):
    cache.clear()
    make_occurrence("It rained", review="confirmed")

    response = client.get(reverse("about"))

    assert (response.context["by_outlet"], response.context["by_method"]) == ([], [])
    assert "are listed" not in response.content.decode()


def test_about_says_how_often_the_program_is_right_and_what_became_of_sources(client):
    cache.clear()
    make_occurrence("It rained", review="confirmed")
    lost = make_occurrence("It snowed", review="rejected")
    Change.objects.create(occurrence=lost, kind="edited", seen_at=timezone.now())

    page = " ".join(client.get(reverse("about")).content.decode().split())

    assert "Of 2 printings that curators have decided on, 1 (50 %) had the words and the speaker" in page
    assert "So far: quotes edited in the source, 1; removed, 0; articles gone, 0." in page
    cache.clear()
