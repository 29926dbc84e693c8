"""The curators' page for adding an article."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archive.models import Article, Capture
from quotes.adding import SUGGESTED
from quotes.models import Quote, ReviewItem
from quotes.views.report import MOST

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


def test_others_suggest_what_nobody_fetches_before_a_curator_has_looked(client):
    response = add(client, url="https://gazette.example/rain", note="The mayor on the plug")

    article = Article.objects.get()
    item = ReviewItem.objects.get()
    assert (response.status_code, response["Location"]) == (302, reverse("add"))
    assert (article.state, article.next_at) == (Article.State.PENDING, None)
    assert (item.article, item.reason) == (article, SUGGESTED)
    assert item.note == "https://gazette.example/rain\nThe mayor on the plug"
    assert client.get(reverse("article", args=[article.pk])).status_code == 404


def test_suggested_article_that_is_there_is_shown(client, admin_client):
    add(admin_client, file=saved_page(), url="https://gazette.example/rain", supplied_by="Wen Shulan")

    response = add(client, url="https://gazette.example/rain")

    assert response["Location"] == reverse("article", args=[Article.objects.get().pk])
    assert not ReviewItem.objects.filter(reason=SUGGESTED).exists()


def test_suggestions_of_one_reader_are_limited(client):
    statuses = [add(client, url=f"https://gazette.example/{n}").status_code for n in range(MOST + 1)]

    assert statuses == [302] * MOST + [429]


@pytest.mark.parametrize("fields", [{}, {"url": "javascript:alert(1)"}, {"website": "x"}])
def test_suggestion_that_is_none_is_refused(client, fields):
    assert add(client, **fields).status_code == 422
    assert not Article.objects.exists()


def test_bookmarklet_fills_in_the_address(client, admin_client):
    for reader in (client, admin_client):
        page = reader.get(reverse("add"), {"url": "https://gazette.example/rain"}).content.decode()
        assert 'value="https://gazette.example/rain"' in page


def test_bookmarklet_stands_on_the_page_about_us(client):
    page = client.get(reverse("about")).content.decode()

    assert "javascript:location.href=&#x27;http://testserver/add/?url=&#x27;" in page


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
