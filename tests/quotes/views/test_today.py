"""What was printed on a date."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from quotes.models import Quote
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 3, 2, 12, tzinfo=UTC)


def say(words, moment):
    occurrence = make_occurrence(words, speaker=make_speaker())
    Quote.objects.filter(pk=occurrence.quote_id).update(first_seen=moment, last_seen=moment)


def years(response):
    return [(year, [quote.text for quote in quotes]) for year, quotes in response.context["years"]]


def test_today_lists_this_date_year_by_year(client):
    say("Two years ago", "2024-03-02T00:00Z")
    say("The day before", "2024-03-01T23:59Z")
    say("Today", "2026-03-02T08:00Z")

    with time_machine.travel(TODAY):
        response = client.get(reverse("today"))

    assert years(response) == [(2026, ["Today"]), (2024, ["Two years ago"])]


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
