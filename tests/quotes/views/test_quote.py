"""The page of one quote: who may see it, where its addresses lead, what it tells."""

import pytest
from django.urls import reverse

from archive.models import Article
from quotes.models import Occasion, Occurrence, Quote
from tests.quotes.rows import NOW, make_article, make_capture, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


def short(quote):
    return reverse("quote-short", args=[quote.pk])


def make_quote(words="It rained", **values) -> Quote:
    occurrence = make_occurrence(words, speaker=make_speaker())
    Quote.objects.filter(pk=occurrence.quote_id).update(**values)
    occurrence.quote.refresh_from_db()
    return occurrence.quote


def test_quote_shows_words_speaker_and_ways_to_the_source(client):
    quote = make_quote()

    page = client.get(quote.get_absolute_url()).content.decode()

    printing = quote.occurrences.get()
    assert "It rained" in page
    assert f'href="{quote.speaker.get_absolute_url()}"' in page
    assert f'href="{printing.get_absolute_url()}"' in page
    assert f'href="{reverse("capture", args=[printing.reading.capture_id])}"' in page
    assert f'href="{printing.article.url}"' in page


@pytest.mark.parametrize("slug", ["", "another-slug/"])
def test_quote_under_another_slug_leads_to_its_own(client, slug):
    quote = make_quote()

    response = client.get(short(quote) + slug)

    assert (response.status_code, response["Location"]) == (301, quote.get_absolute_url())


def test_merged_quote_leads_to_the_one_that_stands(client):
    standing = make_quote("It snowed")
    middle = make_quote("It snowed a lot", merged_into=standing)
    merged = make_quote("It snowed then", merged_into=middle)

    answer = client.get(merged.get_absolute_url())
    assert (answer["Location"], answer["Cache-Control"]) == (standing.get_absolute_url(), "no-cache")


def test_withdrawn_quote_is_gone_and_tells_why(client):
    quote = make_quote(status="withdrawn", reason="The interview never took place.")

    response = client.get(quote.get_absolute_url())

    assert response.status_code == 410
    assert "The interview never took place." in response.content.decode()
    assert "It rained" not in response.content.decode()
    assert response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("values", [{"status": "rejected"}, {"kind": "unattributed"}])
def test_quote_that_is_not_public_is_for_curators_only(client, admin_client, values):
    quote = make_quote(**values)

    assert client.get(quote.get_absolute_url()).status_code == 404
    assert admin_client.get(quote.get_absolute_url()).status_code == 200


def test_withdrawn_quote_is_there_for_curators(admin_client):
    assert admin_client.get(make_quote(status="withdrawn").get_absolute_url()).status_code == 200


def test_indirect_speech_can_be_opened(client):
    assert client.get(make_quote(kind="indirect").get_absolute_url()).status_code == 200


def test_unknown_quote_is_not_found(client):
    assert client.get("/quotes/999/").status_code == 404


def test_rejected_printing_is_not_shown(client):
    quote = make_quote()
    other = make_occurrence("It rained", quote=quote, review=Occurrence.Review.REJECTED)

    assert other.article.outlet.name not in client.get(quote.get_absolute_url()).content.decode()


def test_quote_without_speaker_opens(client):
    quote = make_occurrence("It rained").quote

    assert "Speaker not named" in client.get(quote.get_absolute_url()).content.decode()


def test_quote_that_its_article_dropped_says_so(client):
    quote = make_quote()
    quote.occurrences.update(removed_at=NOW)

    assert "No longer in the source" in client.get(quote.get_absolute_url()).content.decode()


def test_quote_marks_different_wordings(client):
    quote = make_quote("We will not sell")
    make_occurrence("We won't sell", quote=quote)

    page = client.get(quote.get_absolute_url()).content.decode()

    assert "<del>will not</del> <ins>won&#x27;t</ins>" in page


def test_quote_never_links_to_what_is_no_web_address(client):
    article = make_article(url="javascript:alert(1)", url_key="javascript:alert(1)")
    occurrence = make_occurrence(
        reading=make_reading("It rained", capture=make_capture(article)), speaker=make_speaker()
    )

    assert "javascript:" not in client.get(occurrence.quote.get_absolute_url()).content.decode()


def test_quote_escapes_what_it_shows(client):
    quote = make_quote("<script>alert(1)</script>")

    page = client.get(quote.get_absolute_url()).content.decode()

    assert "<script>alert" not in page


def test_quote_describes_itself_to_machines(client):
    quote = make_quote()

    page = client.get(quote.get_absolute_url()).content.decode()

    assert (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Quotation"' in page
    )
    assert '<meta property="og:title" content="Amara Osei">' in page


def test_quote_takes_a_constant_number_of_queries(queries_of):
    quote = make_quote()
    once = queries_of(quote.get_absolute_url())
    for _ in range(29):
        make_occurrence("It rained", quote=quote)
        make_occurrence("It snowed", speaker=quote.speaker)

    assert queries_of(quote.get_absolute_url()) == once + 1  # the more by the same speaker, prefetched


def test_quote_that_did_not_change_is_not_sent_again(client):
    quote = make_quote()
    first = client.get(quote.get_absolute_url())

    again = client.get(quote.get_absolute_url(), headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304


def test_quote_tells_when_it_last_changed(client):
    response = client.get(make_quote().get_absolute_url())

    assert response["Cache-Control"] == "no-cache"
    assert (
        client.get(
            response.wsgi_request.path, headers={"If-Modified-Since": response["Last-Modified"]}
        ).status_code
        == 304
    )


def test_quote_opens_to_more_of_its_article(client):
    body = [f"Paragraph {number}." for number in range(20)]
    body[9] = "“It rained,” she said."
    occurrence = make_occurrence("It rained", reading=make_reading(*body), speaker=make_speaker())

    context = client.get(occurrence.quote.get_absolute_url()).context

    assert [block.text for block in context["passage"]] == body[8:11]
    assert [block.text for block in context["passage_before"]] == body[4:8]
    assert [block.text for block in context["passage_after"]] == body[11:15]


def test_quote_names_all_its_sources_to_machines(client):
    quote = make_quote()
    other = make_occurrence("It rained", quote=quote)

    data = client.get(quote.get_absolute_url()).context["linked_data"]

    assert [article["url"] for article in data["citation"]] == [other.article.url]


@pytest.mark.parametrize("status", ["disputed", "misattributed", "corrected"])
def test_quote_tells_what_is_wrong_with_it_and_where_to_check(client, status):
    quote = make_quote(status=status, reason="She was in Brill that day.")
    quote.references.create(title="The town's calendar", url="https://brill.example/calendar")

    page = client.get(quote.get_absolute_url()).content.decode()

    assert "She was in Brill that day." in page
    assert (
        '<a href="https://brill.example/calendar" rel="external noopener">The town&#x27;s calendar</a>'
        in page
    )


def test_quote_tells_where_it_was_said(client):
    occasion = Occasion.objects.create(name="Harbour meeting", place="Tarn", said_on="2026-02-28")
    quote = make_quote(occasion=occasion)

    page = client.get(quote.get_absolute_url()).content.decode()

    assert f'Said at <a href="{occasion.get_absolute_url()}">Harbour meeting</a>, Tarn' in page


def test_reference_that_is_no_web_address_is_no_link(client):
    quote = make_quote(status="disputed", reason="She denies it.")
    quote.references.create(title="Script", url="javascript:alert(1)")

    assert "javascript:" not in client.get(quote.get_absolute_url()).content.decode()


def test_printings_without_a_date_come_last_and_tell_no_day(client):
    quote = make_quote()
    undated = quote.occurrences.get()
    Article.objects.filter(pk=undated.article_id).update(published=None)
    page = client.get(quote.get_absolute_url()).content.decode()
    assert "<dt>First printed</dt><dd>no date</dd>" in page

    dated = make_occurrence("It rained", quote=quote)
    Article.objects.filter(pk=dated.article_id).update(published="2024-03-02T08:00Z")
    response = client.get(quote.get_absolute_url())

    assert [printed.pk for printed, _, _ in response.context["occurrences"]] == [dated.pk, undated.pk]
    assert '<dt>First printed</dt><dd><time datetime="2024-03-02">' in response.content.decode()
