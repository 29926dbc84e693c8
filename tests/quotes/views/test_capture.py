"""The archived page: byte for byte, and harmless."""

import pytest
from django.urls import reverse

from archive.captures import supply
from tests.quotes.rows import make_article, make_capture

pytestmark = pytest.mark.django_db

PAGE = "<!doctype html><script>alert(1)</script><p>It rained in Málaga</p>"


@pytest.fixture
def archived(settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path

    def make(content, content_type="text/html"):
        article = make_article()
        return supply(article, content, url=article.url, content_type=content_type, supplied_by="A reader")

    return make


def get(client, capture):
    return client.get(reverse("capture", args=[capture.pk]))


def test_capture_is_given_back_byte_for_byte(client, archived):
    address = reverse("capture", args=[archived(PAGE.encode()).pk])
    assert client.get(address, {"bytes": ""}).content == PAGE.encode()


@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_capture_says_that_it_is_an_archived_copy(client, archived, codec):
    page = f"<!doctype html><body class=a>{PAGE}"
    capture = archived(page.encode(codec))
    shown = get(client, capture).content.decode(codec)

    head, _, rest = shown.partition('<div role="note"')
    banner, _, tail = rest.partition("</div>")
    assert head + tail == page
    assert "Archived copy" in banner
    assert f'href="{reverse("article", args=[capture.article_id])}"' in banner


def test_capture_of_plain_text_is_left_as_it_is(client, archived):
    assert get(client, archived(b"It rained", "text/plain")).content == b"It rained"


def test_capture_can_do_no_harm(client, archived):
    response = get(client, archived(PAGE.encode()))

    assert response["Content-Security-Policy"] == (
        "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies


@pytest.mark.parametrize(
    ("content", "content_type", "shown_as"),
    [
        (PAGE.encode(), "text/html", "text/html; charset=utf-8"),
        (PAGE.encode("cp1252"), "text/html", "text/html; charset=windows-1252"),
        (b"It rained", "text/plain", "text/plain; charset=utf-8"),
        (b"<svg onload='alert(1)'/>", "image/svg+xml", "text/plain; charset=utf-8"),
    ],
)
def test_capture_has_one_of_two_content_types(client, archived, content, content_type, shown_as):
    assert get(client, archived(content, content_type))["Content-Type"] == shown_as


def test_capture_that_cannot_be_read_says_so(client, settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path

    response = get(client, make_capture())

    assert response.status_code == 500
    assert "cannot be shown" in response.content.decode()


def test_unknown_capture_is_not_found(client):
    assert client.get("/captures/9/").status_code == 404
