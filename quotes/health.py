"""The health of the whole archive, sources and quotes: checked on schedule, and told in a summary."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.template.defaultfilters import filesizeformat, pluralize
from django.utils import timezone

from archive.health import check_sources, settle
from archive.models import Alarm

from .figures import Activity, Disk, Queue, activity, disk, queue
from .harvests import fewer_quotes

PERIOD = timedelta(days=1)


def check_health() -> list[Alarm]:
    """Look for all that is wrong; the alarms that were raised by it now."""
    now = timezone.now()
    return settle([*check_sources(now), *fewer_quotes(now)])


@dataclass(frozen=True, slots=True)
class Summary:
    """The last day of the archive and what a curator should look at, as text."""

    activity: Activity
    alarms: list[Alarm]
    queue: Queue
    disk: Disk

    @property
    def subject(self) -> str:
        number = len(self.alarms)
        alarms = f"{number} alarm{pluralize(number)}" if number else "all is well"
        return f"Quote Archive: {self.activity.articles} articles, {self.activity.quotes} quotes, {alarms}"

    def __str__(self) -> str:
        return "\n".join([*self.news(), "", *self.alarm_lines(), "", *self.work()])

    def news(self) -> Iterator[str]:
        came = self.activity
        yield (
            f"In the last 24 hours: {came.articles} new articles, {came.captures} captures, "
            f"{came.quotes} new quotes, {came.runs} visits to feeds."
        )
        if came.failures:
            yield f"Failed: {listed(came.failures)}."
        if came.changes:
            yield f"Seen at the sources of quotes: {listed(came.changes)}."

    def alarm_lines(self) -> list[str]:
        if not self.alarms:
            return ["No alarms."]
        return ["Alarms:", *(f"- {alarm}. {alarm.detail}" for alarm in self.alarms)]

    def work(self) -> list[str]:
        since = f", the oldest since {self.queue.oldest:%Y-%m-%d}" if self.queue.oldest else ""
        return [
            f"In the review queue: {self.queue.length}{since}.",
            f"Disk: {filesizeformat(self.disk.free)} free.",
        ]


def listed(numbers: dict[str, int]) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in numbers.items())


def summary() -> Summary:
    """The state of things, with the alarms that nobody has dismissed."""
    alarms = Alarm.objects.open().select_related("outlet", "feed")
    return Summary(activity(timezone.now() - PERIOD), list(alarms), queue(), disk())


def mail_summary() -> bool:
    """Send the summary to whom it is configured for; false where it is for nobody."""
    if not settings.SUMMARY_TO:
        return False
    told = summary()
    text = f"{told}\n\n{settings.SITE_URL}/admin/sources/\n"
    send_mail(told.subject, text, settings.DEFAULT_FROM_EMAIL, settings.SUMMARY_TO)
    return True
