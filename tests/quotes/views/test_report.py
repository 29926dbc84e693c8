"""Readers' reports of mistakes."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from quotes.models import ReviewItem
from quotes.views.report import MOST, REASON, network_of
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote():
    return make_occurrence("It rained", speaker=make_speaker()).quote


def report(client, quote, **fields):
    return client.post(reverse("report", args=[quote.pk]), {"note": "It snowed.", **fields})


def test_report_becomes_an_item_of_the_queue(client, quote):
    response = report(client, quote, reporter="wen@reader.example")

    item = ReviewItem.objects.get()
    assert (response.status_code, response["Location"]) == (302, quote.get_absolute_url())
    assert (item.quote, item.reason, item.note) == (quote, REASON, "It snowed.")
    assert (item.reporter, item.state) == ("wen@reader.example", ReviewItem.State.OPEN)


@pytest.mark.parametrize(
    "fields", [{"note": ""}, {"note": "x" * 2001}, {"reporter": "nobody"}, {"website": "x"}]
)
def test_report_that_says_nothing_useful_is_refused(client, quote, fields):
    assert report(client, quote, **fields).status_code == 422
    assert not ReviewItem.objects.exists()


def test_reports_of_one_reader_are_limited(client, quote):
    statuses = [report(client, quote).status_code for _ in range(MOST + 1)]

    assert statuses == [302] * MOST + [429]
    assert ReviewItem.objects.count() == MOST


def asked_by(**meta) -> str:
    return network_of(RequestFactory().get("/", **meta))


def test_reader_is_known_by_the_address_or_its_network():
    assert asked_by(REMOTE_ADDR="203.0.113.7") == "203.0.113.7"
    assert asked_by(REMOTE_ADDR="2001:db8:1:2:3::4") == "2001:db8:1:2::/64"
    assert asked_by(REMOTE_ADDR="") == ""


@pytest.mark.parametrize(("behind", "known"), [(True, "203.0.113.7"), (False, "10.0.0.1")])
def test_reader_behind_a_proxy_is_who_the_proxy_names(settings, behind, known):
    settings.BEHIND_PROXY = behind
    assert asked_by(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.1, 203.0.113.7") == known


def test_report_on_a_hidden_quote_is_not_found(client, quote):
    quote.status = "rejected"
    quote.save()

    assert client.get(reverse("report", args=[quote.pk])).status_code == 404


def test_report_page_asks(client, quote):
    assert "What is wrong?" in client.get(reverse("report", args=[quote.pk])).content.decode()


def test_form_that_stood_open_too_long_is_told_of(quote):
    client = Client(enforce_csrf_checks=True)

    response = report(client, quote)

    assert response.status_code == 403
    assert "<h1>The form was not sent</h1>" in response.content.decode()
    assert "<style" not in response.content.decode()
