import pytest
from django.core.management import call_command
from django_q.models import Schedule

from archive.collect import article_at
from archive.jobs import collect, ensure_schedules
from archive.models import Article

from .pages import page
from .server import reply


@pytest.mark.django_db
def test_migrate_makes_the_schedule():
    Schedule.objects.all().delete()
    call_command("migrate", verbosity=0)
    schedule = Schedule.objects.get(func="archive.jobs.collect")
    assert (schedule.schedule_type, schedule.minutes, schedule.repeats) == (Schedule.MINUTES, 5, -1)


@pytest.mark.django_db
def test_ensure_schedules_leaves_what_a_curator_changed():
    Schedule.objects.update(minutes=60)
    ensure_schedules()
    assert [schedule.minutes for schedule in Schedule.objects.filter(name="collect")] == [60]


@pytest.mark.django_db(transaction=True)
def test_collect_as_a_job_does_the_same_as_the_command(server):
    server.answers["/a"] = reply(page(), content_type="text/html")
    article_at(server.url("/a"))
    assert collect() == "0 feeds (0 failed); articles: 1 new"
    assert Article.objects.get().state == "read"
