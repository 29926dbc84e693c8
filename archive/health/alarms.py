"""From findings to alarms: raised once, kept up to date while they last, ended when they are over."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from archive.models import Alarm

from .finding import Finding


@transaction.atomic
def settle(findings: Iterable[Finding]) -> list[Alarm]:
    """Make the lasting alarms those of these findings, which are all that there are; the new ones.

    A finding whose alarm a curator dismissed raises no other one for as long as it lasts.
    """
    now = timezone.now()
    wanted = {finding.cause: finding for finding in findings}
    lasting = {cause_of(alarm): alarm for alarm in Alarm.objects.lasting().select_for_update()}
    for cause, alarm in lasting.items():
        if cause in wanted:
            alarm.detail = wanted[cause].detail
        else:
            alarm.ended_at = now
    Alarm.objects.bulk_update(lasting.values(), ["detail", "ended_at"])
    return Alarm.objects.bulk_create(
        Alarm(
            kind=finding.kind,
            outlet_id=finding.outlet,
            feed_id=finding.feed,
            detail=finding.detail,
            raised_at=now,
        )
        for cause, finding in wanted.items()
        if cause not in lasting
    )


def cause_of(alarm: Alarm) -> tuple[str, int, int | None]:
    return alarm.kind, alarm.outlet_id, alarm.feed_id


def dismiss(alarm: Alarm, user) -> None:
    """A curator has seen it; it is not raised again while it lasts."""
    if alarm.dismissed_at is None:
        alarm.dismissed_at, alarm.dismissed_by = timezone.now(), user
        alarm.save(update_fields=["dismissed_at", "dismissed_by"])
