"""What a worker does on schedule beside collecting: the health of the archive, checked and told."""

from datetime import timedelta

from django.utils import timezone
from django_q.models import Schedule

from .health import check_health, mail_summary


def check() -> str:
    """Every hour; its result for the list of jobs in the admin."""
    return f"{len(check_health())} new alarms"


def tell() -> str:
    """Every day."""
    check_health()
    return "sent" if mail_summary() else "not configured: set SUMMARY_TO"


def ensure_schedules() -> None:
    """The schedules, unless they are there: one that a curator changed or paused stays so."""
    morning = (timezone.localtime() + timedelta(days=1)).replace(hour=6, minute=0, second=0, microsecond=0)
    for name, func, kind, first in (
        ("health", "quotes.jobs.check", Schedule.HOURLY, timezone.now()),
        ("summary", "quotes.jobs.tell", Schedule.DAILY, morning),
    ):
        defaults = {"func": func, "schedule_type": kind, "next_run": first}
        Schedule.objects.get_or_create(name=name, defaults=defaults)
