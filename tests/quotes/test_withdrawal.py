"""A withdrawn quote: its words leave every public address at once, and come back when it is restored."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from archive.models import Capture
from quotes.adding import add_file
from quotes.errors import DecisionError
from quotes.grouping import regroup
from quotes.models import Quote
from quotes.withdrawal import restore, withdraw
from tests.quotes.addresses import addresses
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

REASON = "The harbour board never held this meeting."
PAGE = """<!doctype html><html lang="en"><head><title>‘We drowned the ledgers in the old basin’</title></head>
<body><article><h1>‘We drowned the ledgers in the old basin’</h1>
<p>The harbour board met on Monday to hear what became of its books after the flood of last winter.</p>
<p>“The water came at night,” Amara Osei, the harbour master, said. “We drowned the ledgers in the old basin.
Nobody asked us. We kept no copy of a single page of them,” she said.</p>
<p>“It is a loss to every family on this coast,” said Kwame Lind, who teaches history at the town school.</p>
<p>The board will meet again in May, and wants to hear the fishermen before it decides on the new store.</p>
</article></body></html>"""
TELLING = re.compile(r"drowned[\s+%-]|the[\s+-]old[\s+-]basin|Nobody asked us|no copy of a single page")
ASKED = "we drowned the ledgers in the OLD basin"  # unlike every printing
QUERIES = (
    "?q=ledgers+basin",
    f"?sentence={ASKED.replace(' ', '+')}",
    "?q=&speaker=amara-osei",
)


@pytest.fixture
def quote(search_index, settings, tmp_path):
    settings.CAPTURES_DIR = tmp_path / "captures"
    settings.MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
    cache.clear()
    add_file(PAGE.encode(), name="page.html", url="https://gazette.example/ledgers", supplied_by="A reader")
    return Quote.objects.get(text__contains="drowned")


def told(client) -> list[str]:
    """The addresses whose answer, or the address that it leads to, has any of the words."""
    found = []
    for address in asked_for():
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        text = without_what_was_asked(body.decode(errors="replace"))
        if TELLING.search(text + answer.get("Location", "").partition("?")[0]):
            found.append(address)
    return found


def asked_for() -> list[str]:
    plain = addresses()
    return plain + [address + query for address in plain if address.count("/") < 3 for query in QUERIES]


def without_what_was_asked(body: str) -> str:
    """A search shows its own question: in the field, in links, in the title."""
    for words in (ASKED, ASKED.replace(" ", "+"), ASKED.replace(" ", "%20")):
        body = body.replace(words, "")
    return body


@pytest.mark.django_db(transaction=True)
def test_withdrawn_words_are_at_no_public_address(client, quote):
    before = told(client)

    withdraw(quote, REASON)

    assert len(before) > 10
    assert told(client) == []


@pytest.mark.django_db(transaction=True)
def test_restored_words_are_where_they_were(client, quote):
    before = told(client)
    withdraw(quote, REASON)

    restore(quote)

    assert told(client) == before


@pytest.mark.django_db(transaction=True)
def test_permalinks_of_a_withdrawn_quote_tell_why(client, quote):
    addresses = [reverse("quote-short", args=[quote.pk]), quote.get_absolute_url()]
    withdraw(quote, REASON)

    answers = [client.get(address) for address in addresses]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert all(REASON in answer.content.decode() for answer in answers)


@pytest.mark.django_db(transaction=True)
def test_archived_page_with_withdrawn_words_tells_why(client, quote):
    withdraw(quote, REASON)

    answer = client.get(reverse("capture", args=[Capture.objects.get().pk]))

    assert (answer.status_code, REASON in answer.content.decode()) == (410, True)


@pytest.mark.django_db(transaction=True)
def test_browsers_ask_again_for_an_archived_page(client, quote):
    answer = client.get(reverse("capture", args=[Capture.objects.get().pk]))

    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")


@pytest.mark.django_db(transaction=True)
def test_no_cache_keeps_the_words_without_asking_again(client, quote):
    told_at = [*told(client), reverse("card", args=[quote.pk])]
    answers = {address: client.get(address) for address in told_at}

    kept = {
        address
        for address, answer in answers.items()
        if "max-age" in answer.get("Cache-Control", "")
        or (answer.has_header("Last-Modified") and "no-cache" not in answer.get("Cache-Control", ""))
    }
    assert kept == set()


@pytest.mark.django_db(transaction=True)
def test_archived_text_shows_that_words_were_withdrawn(client, quote):
    withdraw(quote, REASON)

    page = client.get(reverse("article", args=[quote.occurrences.get().article_id])).content.decode()

    assert page.count("[withdrawn]") == 5  # title, its Open Graph twin, headline, two segments
    assert "It is a loss to every family on this coast" in page


@pytest.mark.django_db
def test_withdrawal_needs_a_reason():
    with pytest.raises(DecisionError):
        withdraw(make_occurrence(speaker=make_speaker()).quote, "  ")


@pytest.mark.django_db
def test_only_what_is_withdrawn_can_be_restored():
    with pytest.raises(DecisionError):
        restore(make_occurrence(speaker=make_speaker()).quote)


@pytest.mark.django_db
def test_restored_quote_is_as_it_was_before():
    quote = make_occurrence(speaker=make_speaker()).quote

    withdraw(quote, REASON)
    restore(quote)

    quote.refresh_from_db()
    assert (quote.status, quote.reason, quote.locked) == ("unreviewed", "", ["reason", "status"])


@pytest.mark.django_db
def test_a_new_printing_of_withdrawn_words_is_withheld_too():
    speaker = make_speaker()
    first = make_occurrence("It rained on all of us that day", speaker=speaker)
    withdraw(first.quote, REASON)
    reading = make_reading("“It rained on all of us that day,” she said.")
    later = make_occurrence("It rained on all of us that day", speaker=speaker, reading=reading)
    later.quote = first.quote
    later.save()

    regroup([later])

    later.article.refresh_from_db()
    assert later.article.withheld == ["It rained on all of us that day"]
