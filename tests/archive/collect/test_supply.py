import pytest
from django.utils import timezone

from archive.collect import article_at, collect_article, supply_article
from archive.errors import AddressError, ReadError
from archive.models import Article, Capture, Outlet, Reading
from tests.archive.pages import page, text

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "\n\n".join(text()).encode()


def test_supply_article_with_its_address_is_the_article_there(admin_user):
    reading = supply_article(
        page(),
        url="https://www.example.org/news/a?utm_source=x",
        content_type="text/html",
        supplied_by="Ann Boe",
        user=admin_user,
    )
    article = article_at("https://example.org/news/a")
    assert reading.capture.article == article
    assert (article.title, article.state, article.next_at) == ("Council votes for the bridge", "read", None)
    assert (article.added_by, article.outlet.host, article.outlet.name) == (
        admin_user,
        "example.org",
        "The Slate",
    )
    assert (reading.capture.origin, reading.capture.supplied_by) == (Capture.Origin.SUPPLIED, "Ann Boe")


def test_supply_article_without_address_is_an_article_of_its_own():
    reading = supply_article(TEXT, content_type="text/plain", supplied_by="Ann Boe")
    article = reading.capture.article
    assert article.url_key == article.url
    assert article.url == f"urn:sha256:{reading.capture.sha256}"
    assert (article.link, article.outlet.name, article.next_at) == ("", "Supplied files", None)
    assert reading.text == TEXT.decode()


def test_supply_article_twice_changes_nothing():
    readings = [supply_article(TEXT, content_type="text/plain", supplied_by="Ann Boe") for _ in range(2)]
    assert readings[0] == readings[1]
    assert (Article.objects.count(), Capture.objects.count(), Reading.objects.count()) == (1, 1, 1)
    assert Outlet.objects.count() == 1


def test_supply_article_once_with_and_once_without_its_address_is_one_article():
    url = "https://example.org/news/a"
    readings = [
        supply_article(page(), url=url, content_type="text/html", supplied_by="Ann Boe"),
        supply_article(page(), content_type="text/html", supplied_by="Ann Boe"),
    ]
    assert [reading.capture.article.url for reading in readings] == [url, url]
    assert (Article.objects.count(), Capture.objects.count()) == (1, 1)


def test_supply_article_to_a_known_one_leaves_its_schedule():
    article = article_at("https://example.org/news/a")
    supply_article(page(), url=article.url, content_type="text/html", supplied_by="Ann Boe")
    article.refresh_from_db()
    assert (article.state, article.next_at <= timezone.now()) == ("read", True)


def test_supply_article_that_cannot_be_read_says_why_and_keeps_it():
    with pytest.raises(ReadError, match="PDF"):
        supply_article(b"%PDF-1.7", content_type="application/pdf", supplied_by="Ann Boe")
    article = Article.objects.get()
    assert (article.state, article.next_at, article.captures.count()) == ("failed", None, 1)
    assert "PDF" in article.last_error


def test_supply_article_at_a_bad_address_leaves_nothing():
    with pytest.raises(AddressError):
        supply_article(TEXT, url="example.org", content_type="text/plain", supplied_by="Ann Boe")
    assert (Article.objects.count(), Outlet.objects.count()) == (0, 0)


def test_supply_article_without_address_cannot_be_fetched():
    article = supply_article(TEXT, content_type="text/plain", supplied_by="Ann Boe").capture.article
    outcome = collect_article(article)
    assert (outcome.state, type(outcome.error), article.state) == ("failed", AddressError, "read")
