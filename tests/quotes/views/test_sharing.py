"""Quotes on other people's pages."""

import re
from html import unescape
from xml.etree.ElementTree import fromstring

import pytest
from django.urls import reverse

from quotes.models import Quote
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote():
    return make_occurrence("It rained", speaker=make_speaker()).quote


def oembed(client, url, **asked):
    return client.get(reverse("oembed"), {"url": url, **asked})


def address(quote):
    return f"http://testserver{quote.get_absolute_url()}"


def test_card_is_a_picture(client, quote):
    response = client.get(reverse("card", args=[quote.pk]))

    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")


def test_card_is_named_in_the_page_of_the_quote(client, quote):
    page = client.get(quote.get_absolute_url()).content.decode()

    assert f'<meta property="og:image" content="http://testserver/quotes/{quote.pk}/card.png">' in page


def test_embedded_card_alone_may_be_framed(client, quote):
    card = client.get(reverse("embed", args=[quote.pk]))
    page = client.get(quote.get_absolute_url())

    assert "frame-ancestors *" in card["Content-Security-Policy"]
    assert "X-Frame-Options" not in card
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"


def test_embedded_card_shows_the_quote_and_leads_to_it(client, quote):
    card = client.get(reverse("embed", args=[quote.pk])).content.decode()

    assert "It rained" in card
    assert f'<a href="{address(quote)}" target="_blank" rel="noopener">' in card


@pytest.mark.parametrize("name", ["card", "embed"])
@pytest.mark.parametrize("values", [{"status": "rejected"}, {"status": "withdrawn"}])
def test_what_is_not_public_is_not_shared(client, quote, name, values):
    Quote.objects.filter(pk=quote.pk).update(**values)

    assert client.get(reverse(name, args=[quote.pk])).status_code == 404


def test_merged_quote_is_shared_as_the_one_that_stands(client, quote):
    merged = make_occurrence("It poured").quote
    merged.merged_into = quote
    merged.save()

    assert "It rained" in client.get(reverse("embed", args=[merged.pk])).content.decode()


def test_oembed_gives_the_frame(client, quote):
    answer = oembed(client, address(quote)).json()

    assert (answer["type"], answer["width"]) == ("rich", 600)
    assert answer["html"].startswith(f'<iframe src="http://testserver/quotes/{quote.pk}/embed/" width="600"')


@pytest.mark.parametrize(("asked", "width"), [("300", 300), ("5", 240), ("9999", 600), ("x", 600)])
def test_oembed_is_as_wide_as_asked(client, quote, asked, width):
    assert oembed(client, address(quote), maxwidth=asked).json()["width"] == width


@pytest.mark.parametrize(
    "url",
    ["", "http://elsewhere.example/quotes/1/", "http://testserver/about/", "http://testserver/quotes/9/"],
)
def test_oembed_of_another_address_is_not_found(client, url):
    assert oembed(client, url).status_code == 404


def test_oembed_in_xml_tells_the_same(client):
    quote = make_occurrence("It \x07rained & <b>", speaker=make_speaker()).quote

    response = oembed(client, address(quote), format="xml")
    told = {element.tag: element.text for element in fromstring(response.content)}

    plain = {name: str(value) for name, value in oembed(client, address(quote)).json().items()}
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    assert told == {name: value.replace("\x07", "\ufffd") for name, value in plain.items()}


def test_oembed_in_another_format_is_refused(client, quote):
    assert oembed(client, address(quote), format="yaml").status_code == 501


def test_titles_part_the_runs_of_an_interrupted_quote(client):
    reading = make_reading("“It rained,” she said. “It never ends.”")
    occurrence = make_occurrence(
        "It rained,",
        reading=reading,
        exact="It rained, It never ends.",
        segments=[[1, 11], [24, 38]],
        end=38,
        speaker=make_speaker(),
    )
    Quote.objects.filter(pk=occurrence.quote_id).update(text=occurrence.exact)
    quote = Quote.objects.get(pk=occurrence.quote_id)

    page = client.get(quote.get_absolute_url()).content.decode()

    assert oembed(client, address(quote)).json()["title"] == "Amara Osei: “It rained,” “It never ends.”"
    assert "<title>“It rained,” “It never ends.” – Amara Osei · Quote Archive</title>" in page


def test_frame_escapes_the_words(client):
    quote = make_occurrence('"><script>', speaker=make_speaker()).quote

    assert "<script>" not in oembed(client, address(quote)).json()["html"]


def test_page_of_a_quote_names_its_oembed_in_both_formats(client, quote):
    page = client.get(quote.get_absolute_url()).content.decode()

    links = re.findall(r'type="([a-z/]+)\+oembed" href="([^"]+)"', page)
    types = [(kind, client.get(unescape(address))["Content-Type"]) for kind, address in links]
    assert types == [("application/json", "application/json"), ("text/xml", "text/xml; charset=utf-8")]
