"""What search engines and browsers are told."""

import pytest
from django.urls import reverse

from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


def test_robots_names_the_map_of_the_site(client):
    assert "Sitemap: http://testserver/sitemap.xml\n" in client.get("/robots.txt").content.decode()


def test_map_has_a_part_for_each_kind_of_page(client):
    make_occurrence("It rained", speaker=make_speaker())

    page = client.get("/sitemap.xml").content.decode()

    for section in ("quotes", "speakers", "articles", "outlets", "topics"):
        assert reverse("sitemap-section", args=[section]) in page


def test_map_lists_public_quotes_only(client):
    shown = make_occurrence("It rained", speaker=make_speaker()).quote
    hidden = make_occurrence("It snowed", speaker=make_speaker()).quote
    hidden.status = "rejected"
    hidden.save()

    page = client.get("/sitemap-quotes.xml").content.decode()

    assert shown.get_absolute_url() in page
    assert hidden.get_absolute_url() not in page


@pytest.mark.parametrize("section", ["speakers", "articles", "outlets"])
def test_map_of_each_kind_opens(client, section):
    make_occurrence("It rained", speaker=make_speaker())

    assert client.get(f"/sitemap-{section}.xml").content.decode().count("<loc>") == 1


def test_opensearch_names_the_search(client):
    response = client.get(reverse("opensearch"))

    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/?q={searchTerms}"' in response.content.decode()
