"""The daily summary: what it tells, to whom, and how often."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_q.models import Schedule

from archive.models import Alarm, Capture, Feed, Run
from quotes import jobs
from quotes.health import check_health, mail_summary, summary
from quotes.models import Change, ReviewItem
from tests.quotes.rows import make_occurrence, make_outlet

pytestmark = pytest.mark.django_db


def make_trouble() -> Feed:
    outlet = make_outlet(name="The Slate")
    return Feed.objects.create(
        outlet=outlet, url="https://slate.example/feed", attempts=3, last_error="Status 500."
    )


def make_day() -> None:
    """An article with a quote, a failed visit, an edit and an open question."""
    occurrence = make_occurrence()
    now = timezone.now()
    Capture.objects.update(fetched_at=now, seen_at=now)
    feed = Feed.objects.create(outlet=occurrence.article.outlet, url="https://gazette.example/feed")
    for _ in range(2):
        Run.objects.create(feed=feed, started_at=now, failures={"StatusError": 1})
    Run.objects.create(feed=feed, started_at=now - timedelta(days=2), failures={"ReadError": 1})
    Change.objects.create(occurrence=occurrence, kind="removed", seen_at=now)
    ReviewItem.objects.create(occurrence=occurrence, reason="removed from source")


def test_summary_of_an_empty_archive():
    lines = str(summary()).splitlines()

    assert lines[:3] == [
        "In the last 24 hours: 0 new articles, 0 captures, 0 new quotes, 0 visits to feeds.",
        "",
        "No alarms.",
    ]
    assert summary().subject == "Quote Archive: 0 articles, 0 quotes, all is well"


def test_summary_tells_what_came_in_and_what_is_wrong():
    make_day()
    make_trouble()
    check_health()

    assert str(summary()).splitlines()[:-1] == [
        "In the last 24 hours: 1 new articles, 1 captures, 1 new quotes, 2 visits to feeds.",
        "Failed: 2 StatusError.",
        "Seen at the sources of quotes: 1 removed.",
        "",
        "Alarms:",
        "- https://slate.example/feed: cannot be read. The last 3 visits failed: Status 500.",
        "",
        f"In the review queue: 1, the oldest since {timezone.now():%Y-%m-%d}.",
    ]


def test_health_prints_the_summary():
    make_trouble()
    out = StringIO()

    call_command("health", stdout=out)

    assert "The last 3 visits failed: Status 500." in out.getvalue()
    assert Alarm.objects.count() == 1


def test_mail_summary_goes_to_whom_it_is_configured_for(settings, mailoutbox):
    settings.SUMMARY_TO = ["curators@archive.example"]
    make_trouble()
    check_health()

    assert mail_summary()

    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (
        ["curators@archive.example"],
        "Quote Archive: 0 articles, 0 quotes, 1 alarm",
    )
    assert "http://127.0.0.1:8000/admin/sources/" in mail.body


def test_mail_summary_for_nobody_sends_nothing(settings, mailoutbox):
    settings.SUMMARY_TO = []
    err = StringIO()

    call_command("health", "--mail", stdout=StringIO(), stderr=err)

    assert (len(mailoutbox), "set SUMMARY_TO" in err.getvalue()) == (0, True)


def test_jobs_raise_an_alarm_once_however_often_they_run(settings, mailoutbox):
    settings.SUMMARY_TO = ["curators@archive.example"]
    make_trouble()

    assert [jobs.check(), jobs.check(), jobs.tell()] == ["1 new alarms", "0 new alarms", "sent"]
    assert (Alarm.objects.count(), len(mailoutbox)) == (1, 1)


def test_schedules_are_made_once_and_stay_as_a_curator_set_them():
    jobs.ensure_schedules()
    Schedule.objects.filter(name="summary").update(schedule_type=Schedule.WEEKLY)

    jobs.ensure_schedules()

    kinds = Schedule.objects.filter(func__startswith="quotes.").order_by("name")
    assert list(kinds.values_list("name", "schedule_type")) == [
        ("duplicates", "D"),
        ("health", "H"),
        ("summary", "W"),
    ]
