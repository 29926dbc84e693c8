"""The curators' page for adding an article."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archive.models import Article, Capture
from quotes.models import Quote

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = """<!doctype html><html lang="en"><head><title>Rain in Tidewell</title>
<meta property="article:published_time" content="2026-03-02T09:00:00Z"></head><body><article>
<h1>Rain in Tidewell</h1>
<p>The streets of Tidewell were under water on Monday after the wettest night since records began.</p>
<p>“It rained as if somebody had pulled out a plug,” said Amara Osei, the mayor, from a roof.</p>
<p>The council will meet on Thursday to decide what is to be done about the drains and about the roof.</p>
</article></body></html>"""


@pytest.fixture(autouse=True)
def own_captures(settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path


def add(client, **fields):
    return client.post(reverse("add"), fields)


def saved_page(content=PAGE):
    return SimpleUploadedFile("rain.html", content.encode(), "text/html")


def test_page_is_for_curators_only(client):
    assert client.get(reverse("add")).status_code == 302


def test_file_becomes_an_article_with_its_quotes(admin_client):
    response = add(
        admin_client, file=saved_page(), url="https://gazette.example/rain", supplied_by="Wen Shulan"
    )

    article = Article.objects.get()
    assert (response.status_code, response["Location"]) == (302, reverse("article", args=[article.pk]))
    assert Capture.objects.get().supplied_by == "Wen Shulan"
    assert Quote.objects.get().text == "It rained as if somebody had pulled out a plug,"


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, "Give an address or a file."),
        ({"url": "javascript:alert(1)"}, "Enter a valid URL."),
        ({"file": "page", "url": "https://gazette.example/rain"}, "Say who supplied the file"),
        ({"url": "http://127.0.0.1/"}, "127.0.0.1"),
        ({"file": "empty", "url": "https://gazette.example/rain", "supplied_by": "Wen"}, "file"),
    ],
)
def test_what_cannot_be_added_is_told_in_a_sentence(admin_client, fields, error):
    files = {"page": saved_page(), "empty": saved_page("<p></p>")}
    fields = {name: files.get(value, value) for name, value in fields.items()}

    response = add(admin_client, **fields)

    assert response.status_code == 422
    assert error in response.content.decode()
    assert not Quote.objects.exists()
