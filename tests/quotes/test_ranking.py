"""The review queue's order follows what happens to the quotes."""

import pytest
from django.core.management import call_command

from quotes.grouping import refresh
from quotes.models import Quote, ReviewItem
from quotes.ranking import rank
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


def make_quote(**values) -> Quote:
    quote = make_occurrence(speaker=make_speaker(), **values).quote
    refresh([quote])
    return Quote.objects.get(pk=quote.pk)


def queue():
    return list(Quote.objects.to_review())


def test_recorded_quotes_stand_in_the_queue_by_their_doubt():
    sure, shaky = make_quote(confidence=0.95), make_quote(confidence=0.4)

    assert queue() == [shaky, sure]


def test_reported_quote_comes_first_until_it_is_answered():
    confirmed, shaky = make_quote(confidence=0.95), make_quote(confidence=0.4)
    confirmed.status = "confirmed"
    confirmed.save()
    assert queue() == [shaky]

    item = ReviewItem.objects.create(quote=confirmed, reason="reader's report", reporter="a reader")
    assert queue() == [confirmed, shaky]

    item.state = "dismissed"
    item.save()
    assert queue() == [shaky]


def test_doubt_of_the_engine_is_no_report():
    quote = make_quote()
    ReviewItem.objects.create(quote=quote, reason="close runner-up", reporter="engine")

    assert Quote.objects.get(pk=quote.pk).reports == 0


def test_what_is_hidden_is_not_in_the_queue():
    quote = make_quote()
    for status in ("rejected", "withdrawn"):
        quote.status = status
        quote.save()
        assert queue() == []


def test_command_brings_the_queue_in_order(capsys):
    quotes = [make_quote(), make_quote()]
    Quote.objects.update(harm=0)

    call_command("rank")

    assert capsys.readouterr().out == "2 quotes have changed their place.\n"
    assert len(queue()) == len(quotes)


def test_ranking_takes_the_same_number_of_queries_for_many(django_assert_num_queries):
    ids = [make_quote().pk for _ in range(4)]
    Quote.objects.update(harm=0)

    with django_assert_num_queries(5):
        rank(ids)
