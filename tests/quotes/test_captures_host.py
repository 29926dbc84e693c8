"""Archived pages on a host of their own."""

import os
import subprocess
import sys

import pytest
from django.urls import reverse

from archive.captures import supply
from tests.quotes.rows import make_article

pytestmark = pytest.mark.django_db
COPIES = "copies.example.org"


@pytest.fixture
def hosts(settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path
    settings.SITE_URL, settings.CAPTURES_URL = "https://quotes.example.org", f"https://{COPIES}"
    settings.ALLOWED_HOSTS = ["testserver", COPIES]


def address(withheld: tuple[str, ...] = ()) -> str:
    article = make_article(withheld=list(withheld))
    page = b"<body><p>It rained in Ostby</p>"
    capture = supply(article, page, url=article.url, content_type="text/html", supplied_by="A reader")
    return reverse("capture", args=[capture.pk])


@pytest.mark.parametrize("query", ["", "?bytes"])
def test_archived_page_leads_to_its_own_host(client, hosts, query):
    asked = address() + query
    assert client.get(asked)["Location"] == f"https://{COPIES}{asked}"


def test_archived_page_stands_on_its_own_host_and_leads_back_to_the_archive(client, hosts):
    shown = client.get(address(), headers={"host": COPIES})
    assert (shown.status_code, shown["Content-Security-Policy"].split(";")[0]) == (200, "sandbox")
    assert 'href="https://quotes.example.org/articles/' in shown.content.decode()


def test_everything_else_leads_from_there_to_the_archive(client, hosts):
    answer = client.get("/admin/?next=1", headers={"host": COPIES})
    assert answer["Location"] == "https://quotes.example.org/admin/?next=1"


def test_withheld_page_is_told_of_where_it_is_asked_for(admin_client, client, hosts):
    asked = address(withheld=("It rained in Ostby",))
    assert [who.get(asked).status_code for who in (client, admin_client)] == [410, 200]


def test_archived_page_stays_where_no_host_is_named(client, hosts, settings):
    settings.CAPTURES_URL = ""
    assert client.get(address()).status_code == 200


def test_host_of_the_archive_itself_is_refused(tmp_path):
    own = {"DJANGO_SETTINGS_MODULE": "quotes.settings", "ARCHIVE_DATA": str(tmp_path)}
    hosts = {"SITE_URL": "https://a.example", "CAPTURES_URL": "https://a.example/"}
    environment = os.environ | own | hosts
    done = subprocess.run(
        [sys.executable, "manage.py", "check"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "CAPTURES_URL must name another host than SITE_URL" in done.stderr
