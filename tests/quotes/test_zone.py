"""Curators read the hour in their own zone."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.quotes.rows import make_article, make_capture, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)


@pytest.fixture
def quote():
    quote = make_occurrence(speaker=make_speaker()).quote
    quote.last_seen = EVENING
    quote.save()
    return quote


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        ("Asia/Tokyo", "3 March 2026, 05:30"),
        ("America/Caracas", "2 March 2026, 16:30"),
        ("Europe", "2 March 2026, 20:30"),
        ("../../etc/passwd", "2 March 2026, 20:30"),
        ("", "2 March 2026, 20:30"),
    ],
)
def test_admin_tells_the_hour_in_the_zone_of_the_browser(zone, told, admin_client, quote):
    admin_client.cookies["zone"] = zone

    page = admin_client.get(reverse("admin:quotes_quote_changelist")).content.decode()

    assert f'field-last_seen nowrap">{told}<' in page


def test_form_takes_the_hour_in_the_zone_of_the_browser(admin_client, quote):
    admin_client.cookies["zone"] = "Asia/Tokyo"

    page = admin_client.get(reverse("admin:quotes_quote_change", args=[quote.pk])).content.decode()

    assert 'data-admin-utc-offset="32400"' in page


def test_readers_are_told_the_day_of_the_archive(client):
    reading = make_reading(capture=make_capture(make_article(published=EVENING)))
    quote = make_occurrence(speaker=make_speaker(), reading=reading).quote
    client.cookies["zone"] = "Asia/Tokyo"

    page = client.get(quote.get_absolute_url()).content.decode()

    assert ("2 March 2026" in page, "3 March 2026" in page) == (True, False)
