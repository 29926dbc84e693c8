"""What a worker does on schedule beside collecting: checks, proposes duplicates, and tells."""

from datetime import timedelta

from django.utils import timezone
from django_q.models import Schedule

from .duplicates import find_duplicates
from .health import check_health, mail_summary


def check() -> str:
    """Every hour; its result for the list of jobs in the admin."""
    return f"{len(check_health())} new alarms"


def tell() -> str:
    """Every day."""
    check_health()
    return "sent" if mail_summary() else "not configured: set SUMMARY_TO"


def propose() -> str:
    """Every night: speakers who may be one."""
    return f"{find_duplicates()} new pairs"


def ensure_schedules() -> None:
    """The schedules, unless they are there: one that a curator changed or paused stays so."""
    morning = (timezone.localtime() + timedelta(days=1)).replace(hour=6, minute=0, second=0, microsecond=0)
    for name, func, kind, first in (
        ("health", "quotes.jobs.check", Schedule.HOURLY, timezone.now()),
        ("duplicates", "quotes.jobs.propose", Schedule.DAILY, morning - timedelta(hours=2)),
        ("summary", "quotes.jobs.tell", Schedule.DAILY, morning),
    ):
        defaults = {"func": func, "schedule_type": kind, "next_run": first}
        Schedule.objects.get_or_create(name=name, defaults=defaults)
