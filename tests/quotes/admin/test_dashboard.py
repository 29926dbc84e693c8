"""The archive in numbers, for its curators."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archive.models import Alarm
from quotes.models import Change, Occurrence, ReviewItem
from tests.quotes.rows import make_occurrence

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _counted_anew():
    cache.clear()
    yield
    cache.clear()


def fill() -> None:
    occurrence = make_occurrence("It rained", method="said before", review="confirmed")
    ReviewItem.objects.create(occurrence=occurrence, reason="no cue")
    Change.objects.create(occurrence=occurrence, kind="removed", seen_at=timezone.now())
    outlet = occurrence.article.outlet
    Alarm.objects.create(outlet=outlet, kind="repeated", detail="One text.", raised_at=timezone.now())


def dashboard(client) -> str:
    response = client.get(reverse("admin-dashboard"))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_dashboard_of_an_empty_archive(admin_client):
    shown = dashboard(admin_client)

    assert "No quote is decided yet" in shown
    assert "0 quotes to review" in shown


def test_dashboard_shows_figures_with_the_number_behind_them(admin_client):
    fill()
    Occurrence.objects.create(**copied(Occurrence.objects.get(), review="rejected"))

    shown = dashboard(admin_client)

    assert "Of 2 decided quotes, 1 (50 %) had the words and the speaker" in shown
    assert (
        '<th scope="row">said before</th><td class="number">50&nbsp;%</td><td class="number">2</td>' in shown
    )
    assert "1 quote to review</a>" in shown
    assert "One text." in shown
    assert '<span class="state state-plain">removed</span>' in shown


def copied(occurrence: Occurrence, **values) -> dict:
    """The fields of another occurrence with the same words, in another article."""
    other = make_occurrence("It rained")
    fields = {field.attname: getattr(other, field.attname) for field in Occurrence._meta.fields}
    other.delete()
    return fields | {"id": None, "method": occurrence.method} | values


def test_dashboard_takes_a_constant_number_of_queries(admin_client):
    counts = []
    for _ in range(2):
        fill()
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            dashboard(admin_client)
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_admin_leads_to_its_workplaces(admin_client):
    shown = admin_client.get(reverse("admin:index")).content.decode()

    assert reverse("admin-dashboard") in shown
    assert reverse("admin-sources") in shown


def test_rooms_of_the_archive_come_before_the_machinery(admin_client):
    rooms = admin_client.get(reverse("admin:index")).context["app_list"]

    assert [room["app_label"] for room in rooms][:3] == ["quotes", "archive", "auth"]
    assert {room["app_label"] for room in rooms[3:]} == {"axes", "otp_totp", "otp_static", "django_q"}
