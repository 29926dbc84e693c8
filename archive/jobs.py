"""What a worker does on schedule: the same as ``manage.py collect``, in the background.

The queue carries no more than "sweep now"; the work itself stands in the rows: a lost job is harmless.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django_q.models import Schedule

from .captures import sweep
from .collect import collect_due
from .snapshots import save_due
from .statistics import refresh_statistics

logger = logging.getLogger(__name__)
EVERY_MINUTES = 5
SHARE_OF_TIMEOUT = 0.9


def collect() -> str:
    """One sweep over what is due, ended in time before the queue would kill it; its summary for the admin."""
    sweep()
    until = timezone.now() + timedelta(seconds=settings.Q_CLUSTER["timeout"] * SHARE_OF_TIMEOUT)
    summary = str(collect_due(until=until))
    save_due(until=until)
    logger.info("Collected: %s", summary)
    return summary


def tidy() -> None:
    """Every night: what lets the database answer quickly."""
    refresh_statistics()


def ensure_schedules() -> None:
    """The schedule, unless it is there: one that a curator changed or paused stays so."""
    Schedule.objects.get_or_create(
        name="collect",
        defaults={
            "func": "archive.jobs.collect",
            "schedule_type": Schedule.MINUTES,
            "minutes": EVERY_MINUTES,
        },
    )
    night = (timezone.localtime() + timedelta(days=1)).replace(hour=3, minute=0, second=0, microsecond=0)
    Schedule.objects.get_or_create(
        name="statistics",
        defaults={"func": "archive.jobs.tidy", "schedule_type": Schedule.DAILY, "next_run": night},
    )
