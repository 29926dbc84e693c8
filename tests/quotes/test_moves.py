"""Grouping and ungrouping quotes by hand: the machine keeps to it, and it can be undone."""

import pytest

from quotes.errors import DecisionError
from quotes.grouping import regroup
from quotes.models import Quote
from quotes.moves import group_quotes, undo, ungroup
from quotes.withdrawal import withdraw
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


def two_quotes():
    speaker = make_speaker()
    return [make_occurrence(words, speaker=speaker) for words in ("It rained all day", "Rain fell until ten")]


def test_grouped_quotes_are_one_and_lead_to_it():
    one, other = two_quotes()

    group_quotes([one.quote, other.quote], one.quote)

    other.refresh_from_db()
    one.quote.refresh_from_db()
    assert (other.quote, one.quote.sources) == (one.quote, 2)
    assert Quote.objects.exclude(merged_into=None).get().merged_into == one.quote


def test_grouped_printings_stay_together_when_grouped_anew_by_machine():
    one, other = two_quotes()
    group_quotes([one.quote, other.quote], one.quote)
    other.refresh_from_db()

    regroup([other])

    other.refresh_from_db()
    assert other.quote == one.quote


def test_undone_group_is_as_it_was():
    one, other = two_quotes()
    former = other.quote

    undo(group_quotes([one.quote, former], one.quote))

    other.refresh_from_db()
    former.refresh_from_db()
    one.quote.refresh_from_db()
    assert (other.quote, other.locked) == (former, [])
    assert (former.merged_into, former.status, one.quote.sources) == (None, "unreviewed", 1)


def test_one_quote_is_no_group():
    one, _ = two_quotes()

    with pytest.raises(DecisionError):
        group_quotes([one.quote], one.quote)


def test_withdrawn_quotes_are_not_grouped():
    one, other = two_quotes()
    withdraw(other.quote, "It was never said.")

    with pytest.raises(DecisionError):
        group_quotes([one.quote, Quote.objects.get(pk=other.quote_id)], one.quote)


def printed_twice():
    one, other = two_quotes()
    group_quotes([one.quote, other.quote], one.quote)
    one.refresh_from_db()
    other.refresh_from_db()
    return one, other


def test_ungrouped_printing_is_a_quote_of_its_own():
    one, other = printed_twice()

    ungroup([other])

    other.refresh_from_db()
    one.quote.refresh_from_db()
    assert (other.quote != one.quote, other.quote.text, other.quote.status) == (
        True,
        other.exact,
        "unreviewed",
    )
    assert (one.quote.sources, other.quote.sources) == (1, 1)


def test_undone_ungrouping_leads_the_new_address_back():
    one, other = printed_twice()
    move = ungroup([other])

    undo(move)

    other.refresh_from_db()
    move.quote.refresh_from_db()
    assert (other.quote, move.quote.merged_into) == (one.quote, one.quote)


def test_printing_of_a_withdrawn_quote_stays_hidden_on_its_own():
    one, other = printed_twice()
    withdraw(one.quote, "It was never said.")
    other.refresh_from_db()

    ungroup([other])

    other.refresh_from_db()
    assert (other.quote.status, other.quote.reason) == ("withdrawn", "It was never said.")


def test_all_printings_cannot_leave_their_quote():
    with pytest.raises(DecisionError):
        ungroup(list(printed_twice()))


def test_printings_of_two_quotes_are_not_parted():
    with pytest.raises(DecisionError):
        ungroup(two_quotes())
