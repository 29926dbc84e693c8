"""Alarms are raised once, last, are dismissed and end."""

import pytest

from archive.health import Finding, dismiss, settle
from archive.models import Alarm, Feed
from tests.quotes.rows import make_outlet

pytestmark = pytest.mark.django_db


@pytest.fixture
def silence():
    outlet = make_outlet()
    feed = Feed.objects.create(outlet=outlet, url=f"https://{outlet.host}/feed")
    return Finding(Alarm.Kind.SILENT, outlet.pk, feed.pk, "No new article for 3 days.")


def test_settle_raises_an_alarm_once_and_keeps_its_figures_up_to_date(silence):
    assert [alarm.detail for alarm in settle([silence])] == ["No new article for 3 days."]

    later = Finding(silence.kind, silence.outlet, silence.feed, "No new article for 4 days.")

    assert settle([later]) == []
    assert Alarm.objects.get().detail == "No new article for 4 days."


def test_settle_ends_what_is_over_and_raises_it_when_it_comes_back(silence):
    settle([silence])
    settle([])
    assert (Alarm.objects.lasting().count(), Alarm.objects.count()) == (0, 1)

    assert len(settle([silence])) == 1
    assert (Alarm.objects.lasting().count(), Alarm.objects.count()) == (1, 2)


def test_dismissed_alarm_is_not_raised_again_while_it_lasts(silence, admin_user):
    settle([silence])
    alarm = Alarm.objects.get()

    dismiss(alarm, admin_user)

    assert settle([silence]) == []
    alarm.refresh_from_db()
    assert (Alarm.objects.open().count(), alarm.dismissed_by, alarm.ended_at) == (0, admin_user, None)


def test_dismissed_alarm_is_raised_again_once_it_had_ended(silence, admin_user):
    settle([silence])
    dismiss(Alarm.objects.get(), admin_user)
    settle([])

    assert len(settle([silence])) == 1
    assert Alarm.objects.open().count() == 1


def test_settle_tells_outlet_and_feed_apart(silence):
    of_outlet = Finding(silence.kind, silence.outlet, None, "All of it is silent.")

    assert len(settle([silence, of_outlet])) == 2
    assert settle([silence, of_outlet]) == []
