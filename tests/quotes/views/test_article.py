"""An article's archived text with its quotes marked in place."""

import pytest
from django.urls import reverse

from archive.models import Snapshot
from tests.quotes.rows import NOW, make_article, make_capture, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


def address(article):
    return reverse("article", args=[article.pk])


def test_article_marks_and_links_its_quotes(client):
    occurrence = make_occurrence("It rained", speaker=make_speaker())

    page = client.get(address(occurrence.article)).content.decode()

    address_of_quote = occurrence.quote.get_absolute_url()
    link = f'<a class="said" id="quote-{occurrence.pk}" href="{address_of_quote}">It rained</a>'
    assert f"“{link},” she said." in page
    assert f'<a href="#quote-{occurrence.pk}">' in page


def test_article_shows_its_text_letter_by_letter(client):
    reading = make_reading("One <two> & three.", "“It rained,” she said.")
    make_occurrence("It rained", reading=reading)

    blocks = client.get(address(reading.capture.article)).context["blocks"]

    assert [block.text for block in blocks] == ["One <two> & three.", "“It rained,” she said."]


def test_article_marks_the_words_printed_again(client):
    reading = make_reading("“It rained,” she said.", "It rained")
    again = reading.text.rindex("It rained")
    make_occurrence("It rained", reading=reading, repeats=[[[again, again + 9]]])

    assert 'class="said said-again"' in client.get(address(reading.capture.article)).content.decode()


@pytest.mark.parametrize(
    "values", [{"status": "rejected"}, {"status": "withdrawn"}, {"kind": "unattributed"}]
)
def test_article_marks_hidden_quotes_for_curators_only(client, admin_client, values):
    occurrence = make_occurrence("It rained")
    type(occurrence.quote).objects.filter(pk=occurrence.quote_id).update(**values)

    assert client.get(address(occurrence.article)).context["occurrences"] == []
    assert admin_client.get(address(occurrence.article)).context["occurrences"] == [occurrence]


def test_article_keeps_the_address_of_a_quote_of_an_earlier_version(client):
    occurrence = make_occurrence("It rained")
    make_reading("It never rained.", capture=make_capture(occurrence.article))

    page = client.get(address(occurrence.article)).content.decode()

    assert "In earlier versions of this article" in page
    assert f'id="quote-{occurrence.pk}"' in page


def test_article_marks_a_confirmed_quote_of_an_older_reading_where_it_stands_now(client):
    occurrence = make_occurrence("It rained", review="confirmed", prefix="“", suffix=",” she said.")
    make_reading("At noon, “It rained,” she said.", capture=make_capture(occurrence.article))

    page = client.get(address(occurrence.article))

    assert page.context["earlier"] == []
    assert f'At noon, “<a class="said" id="quote-{occurrence.pk}"' in page.content.decode()


def test_article_that_was_not_read_tells_why(client):
    article = make_article(state="failed", last_error="The server answered 404.")

    assert "The server answered 404." in client.get(address(article)).content.decode()


def test_article_names_who_handed_it_in(client):
    article = make_article()
    make_reading(capture=make_capture(article, origin="supplied", supplied_by="Wen Shulan"))

    assert "handed in by Wen Shulan" in client.get(address(article)).content.decode()


@pytest.mark.parametrize(
    ("url", "links"), [("https://gazette.example/a", 1), ("urn:sha256:0", 0), ("javascript:alert(1)", 0)]
)
def test_article_leads_to_its_copies_elsewhere(client, url, links):
    article = make_article(url=url, url_key=url)

    page = client.get(address(article)).content.decode()

    assert page.count(f'href="https://web.archive.org/web/*/{url}"') == links


def test_article_leads_to_the_copy_made_for_the_archive(client):
    article = make_article()
    copy = f"https://web.archive.org/web/20260302120000/{article.url}"
    Snapshot.objects.create(article=article, url=copy, saved_at=NOW)

    assert f'href="{copy}"' in client.get(address(article)).content.decode()


def test_unknown_article_is_not_found(client):
    assert client.get("/articles/99/").status_code == 404


def test_article_takes_a_constant_number_of_queries(queries_of):
    words = [f"It rained {number} times" for number in range(30)]
    reading = make_reading(*(f"“{said},” she said." for said in words))
    make_occurrence(words[0], reading=reading, speaker=make_speaker())
    once = queries_of(address(reading.capture.article))
    for said in words[1:]:
        make_occurrence(said, reading=reading, speaker=make_speaker())

    assert queries_of(address(reading.capture.article)) == once


def test_article_leads_to_its_copies_in_the_internet_archive_without_what_tracks(client):
    article = make_occurrence("It rained").article
    article.url = "https://gazette.example/?id=7&utm_source=rss"
    article.save()

    page = client.get(address(article)).content.decode()

    assert 'href="https://web.archive.org/web/*/https://gazette.example/?id=7"' in page


def test_jumps_leave_out_the_comma_that_leads_on(client):
    occurrence = make_occurrence("It rained,", reading=make_reading("“It rained,” she said."))

    page = client.get(address(occurrence.article)).content.decode()

    assert "</span> “It rained”</a></li>" in page
