"""Similar quotes."""

import pytest
from django.contrib.auth.models import AnonymousUser

from quotes.similar import long_words, similar_quotes
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


def said(words):
    return make_occurrence(words, speaker=make_speaker()).quote


def similar(quote, without=frozenset()):
    return [each.text for each in similar_quotes(quote, AnonymousUser(), 4, without)]


def test_quotes_that_share_two_long_words_are_similar():
    quote = said("The harbour needs another breakwater")
    said("Every breakwater costs the harbour a fortune")
    said("The harbour was quiet")

    assert similar(quote) == ["Every breakwater costs the harbour a fortune"]


def test_quote_is_not_similar_to_itself_nor_to_those_shown_already():
    quote = said("The harbour needs another breakwater")
    other = said("A breakwater for the harbour")

    assert similar(quote, {other.pk}) == []


def test_quote_of_short_words_has_no_similar_ones():
    said("So it is")

    assert similar(said("So be it")) == []


def test_long_words_are_the_longest_ones_once():
    assert long_words("Harbour, harbour: a breakwater of 1,000 tonnes") == ["breakwater", "harbour", "tonnes"]
