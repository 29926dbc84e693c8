"""What was printed on a date."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from archive.models import Article
from quotes.models import Occurrence, Quote
from quotes.views.today import MOST_OF_YEAR
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def say(words, moment, **values):
    occurrence = make_occurrence(words, speaker=make_speaker())
    Article.objects.filter(pk=occurrence.article_id).update(published=moment)
    Quote.objects.filter(pk=occurrence.quote_id).update(first_seen=moment, last_seen=moment, **values)
    return occurrence


def years(response):
    return [(year, [quote.text for quote in quotes]) for year, quotes in response.context["years"]]


def test_today_lists_this_date_year_by_year(client):
    say("Two years ago", "2024-03-02T00:00Z")
    say("The day before", "2024-03-01T23:59Z")
    say("Today", "2026-03-02T08:00Z")

    with time_machine.travel(TODAY):
        response = client.get(reverse("today"))

    assert years(response) == [(2026, ["Today"]), (2024, ["Two years ago"])]


def test_quote_printed_again_later_stands_on_both_days(client):
    quote = say("It rained", "2024-03-02T08:00Z").quote
    again = make_occurrence("It rained", quote=quote)
    Article.objects.filter(pk=again.article_id).update(published="2025-10-17T08:00Z")
    Quote.objects.filter(pk=quote.pk).update(last_seen="2025-10-17T08:00Z")

    assert years(client.get(reverse("day", args=[3, 2]))) == [(2024, ["It rained"])]
    assert years(client.get(reverse("day", args=[10, 17]))) == [(2025, ["It rained"])]


def test_a_busy_year_leaves_room_for_the_others(client):
    say("Long ago", "2019-03-02T08:00Z")
    for number in range(MOST_OF_YEAR + 2):
        say(f"Time {number}", "2024-03-02T08:00Z", sources=number)

    newest, oldest = years(client.get(reverse("day", args=[3, 2])))

    assert newest == (2024, [f"Time {number}" for number in range(MOST_OF_YEAR + 1, 1, -1)])
    assert oldest == (2019, ["Long ago"])


def test_year_leads_to_all_of_its_day(client):
    say("It rained", "2024-03-02T08:00Z")

    page = client.get(reverse("day", args=[3, 2])).content.decode()

    assert '<a href="/?q=&amp;since=2024-03-02&amp;until=2024-03-02">2024</a>' in page


def test_rejected_printing_is_none(client):
    occurrence = say("It rained", "2024-03-02T08:00Z")
    Occurrence.objects.filter(pk=occurrence.pk).update(review=Occurrence.Review.REJECTED)

    assert years(client.get(reverse("day", args=[3, 2]))) == []


def test_day_has_an_address_and_leads_to_its_neighbours(client):
    say("Leap", "2024-02-29T10:00Z")

    response = client.get(reverse("day", args=[2, 29]))

    assert years(response) == [(2024, ["Leap"])]
    assert response.context["before"]["link"] == reverse("day", args=[2, 28])
    assert response.context["after"]["link"] == reverse("day", args=[3, 1])


@pytest.mark.parametrize("day", ["2/30", "13/1", "0/1", "1/0", f"{10**18}/1"])
def test_day_that_is_none_is_not_found(client, day):
    assert client.get(f"/today/{day}/").status_code == 404


def test_year_has_no_end(client):
    assert client.get(reverse("day", args=[12, 31])).context["after"]["link"] == reverse("day", args=[1, 1])


def test_today_of_an_empty_archive_says_so(client):
    assert "was printed on this date, in any year" in client.get(reverse("today")).content.decode()


def test_today_takes_a_constant_number_of_queries(queries_of):
    address = reverse("day", args=[3, 2])
    say("Once", "2024-03-02T08:00Z")
    once = queries_of(address)
    for number in range(29):
        say(f"Time {number}", f"{1995 + number}-03-02T08:00Z")

    assert queries_of(address) == once
