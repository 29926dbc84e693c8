"""Lists of quotes ask the database once for quotes and once for printings, whatever is shown of them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string

from quotes.feeds import QuoteFeed
from quotes.listing import in_order
from quotes.live_address import live_address
from quotes.verdict import verdict
from quotes.views.home import first_said
from quotes.views.sharing import source_line, title
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def ids():
    said = [make_occurrence(words, speaker=make_speaker()) for words in ("It rained", "It snowed")]
    return [occurrence.quote_id for occurrence in said]


def row(quote):
    return render_to_string("_partials/_quote.html", {"quote": quote})


def feed_entry(quote):
    feed = QuoteFeed()
    return (
        feed.item_title(quote),
        feed.item_description(quote),
        feed.item_author_name(quote),
        feed.item_pubdate(quote),
        feed.item_updateddate(quote),
    )


def article(quote):
    return live_address(quote.shown[0].article)


@pytest.mark.parametrize("show", [row, feed_entry, article, verdict, first_said, source_line, title])
def test_lists_ask_twice_whatever_is_shown(ids, django_assert_num_queries, show):
    with django_assert_num_queries(2):
        shown = [show(quote) for quote in in_order(ids, AnonymousUser())]

    assert len(shown) == 2


def test_quotes_come_in_the_order_that_was_asked_for(ids):
    assert [quote.pk for quote in in_order(ids[::-1], AnonymousUser())] == ids[::-1]
