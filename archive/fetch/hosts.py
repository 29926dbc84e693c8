"""Politeness across workers: one row a host, claimed by one conditional UPDATE, in no transaction."""

import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from archive.durability import unsynced
from archive.models import Host

from .politeness import PATIENCE, ROBOTS_AGE, busy, pause

POLL = (0.02, 0.5)
SLACK = timedelta(seconds=60)


class HostTable:
    """Turns among all workers of one database. A killed worker's turn ends by itself after its lease."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._leases: dict[str, datetime] = {}

    def claim(self, host: str, delay: float) -> None:
        until = time.monotonic() + self.patience
        if self._take(host):
            return
        Host.objects.get_or_create(name=host, defaults={"delay": delay})
        while not self._take(host):
            wait = self._wait(host)
            if time.monotonic() + wait > until:
                raise busy(host, max(wait, delay))
            time.sleep(min(max(wait, POLL[0]), POLL[1]))

    def release(self, host: str, delay: float, *, failed: bool = False, wait: float = 0.0) -> None:
        mine = Host.objects.filter(name=host, lease_until=self._leases.pop(host))
        row = mine.values_list("failures", "delay").first()
        if row is None:  # this worker slept longer than its lease; another has the turn now
            return
        failures = row[0] + 1 if failed else 0
        seconds = pause(max(delay, row[1]), failures, wait)
        next_at = timezone.now() + timedelta(seconds=seconds)
        with unsynced():
            mine.update(lease_until=None, failures=failures, next_at=next_at)

    def robots(self, host: str) -> str | None:
        young = timezone.now() - timedelta(seconds=ROBOTS_AGE)
        return Host.objects.filter(name=host, robots_at__gt=young).values_list("robots", flat=True).first()

    def keep_robots(self, host: str, text: str) -> None:
        Host.objects.filter(name=host).update(robots=text.replace("\0", ""), robots_at=timezone.now())

    def _take(self, host: str) -> bool:
        now = timezone.now()
        lease = now + timedelta(seconds=settings.ARCHIVE_FETCH_SECONDS) + SLACK
        free = Host.objects.filter(Q(lease_until=None) | Q(lease_until__lte=now), name=host, next_at__lte=now)
        with unsynced():
            taken = free.update(lease_until=lease)
        if not taken:
            return False
        self._leases[host] = lease
        return True

    def _wait(self, host: str) -> float:
        """Seconds until the host's pause ends; how long another worker will hold its turn nobody knows."""
        next_at = Host.objects.values_list("next_at", flat=True).get(name=host)
        return max(0.0, (next_at - timezone.now()).total_seconds())
