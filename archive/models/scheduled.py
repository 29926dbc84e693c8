"""Rows that are work: when to try next, how often it failed and why.

The truth about work stands in these rows, not in a job queue: a lost job is harmless.
"""

from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from archive.durability import unsynced
from archive.history import TrackedQuerySet

QUARANTINE_AFTER = 5
FIRST_DELAY = timedelta(minutes=5)
LEASE = timedelta(minutes=5)  # a killed worker's rows are taken up after this; twice the work does no harm


class ScheduledQuerySet(TrackedQuerySet):
    def free(self) -> Self:
        """What no worker holds."""
        return self.exclude(lease_until__gt=timezone.now())

    def due(self) -> Self:
        return self.free().filter(next_at__lte=timezone.now()).order_by("next_at")

    def quarantined(self) -> Self:
        return self.filter(attempts__gte=QUARANTINE_AFTER)

    def failing(self) -> Self:
        return self.exclude(last_error="")

    def leased(self, pk: int) -> bool:
        """Take the row for this worker; false if another one holds it (or, of ``due()``, did the work)."""
        with unsynced():
            return bool(self.free().filter(pk=pk).update(lease_until=timezone.now() + LEASE))


class Scheduled(models.Model):
    SCHEDULE = ("next_at", "lease_until", "attempts", "last_error")

    next_at = models.DateTimeField(
        null=True, blank=True, default=timezone.now, help_text="Empty: not planned."
    )
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField("failed attempts", default=0, editable=False)
    last_error = models.TextField(blank=True, default="", editable=False)

    class Meta:
        abstract = True

    @property
    def is_quarantined(self) -> bool:
        return self.attempts >= QUARANTINE_AFTER

    def succeeded(self, next_at=None) -> None:
        """Record that the work is done, and when to do it again (None: never)."""
        self.attempts, self.last_error = 0, ""
        self.next_at, self.lease_until = next_at, None

    def failed(self, reason: str, *, final: bool = False, wait: timedelta = timedelta()) -> None:
        """Record the reason; try again with growing delay, not before ``wait`` is over.

        Once quarantined, or where the failure is ``final``, not at all.
        """
        self.attempts = QUARANTINE_AFTER if final else self.attempts + 1
        self.last_error = reason
        self.lease_until = None
        delay = max(wait, FIRST_DELAY * 4 ** min(self.attempts - 1, QUARANTINE_AFTER))
        self.next_at = None if self.is_quarantined else timezone.now() + delay

    def postponed(self, wait: timedelta) -> None:
        """Record that nothing failed, but that it is not yet its turn."""
        self.next_at, self.lease_until = timezone.now() + wait, None

    def retry(self) -> None:
        """Out of quarantine: due at once."""
        self.attempts, self.next_at = 0, timezone.now()
