"""Save Page Now: the Internet Archive keeps a copy of each article too. Off unless its keys are set.

Its API takes a page's address, works in the background, and tells what came of it
(https://docs.google.com/document/d/1Nsv52MvSjbLb2PCpHlat0gkzw0EvtSgpKHu4mk0MnrA).
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from .characters import storable
from .errors import AddressError, ArchiveError, BusyError, SnapshotError
from .fetch import HostTable, send
from .models import Article, Snapshot

MOST_NEW = 200  # at one sweep
WORKING = timedelta(minutes=1)
MOMENT = "%Y%m%d%H%M%S"


def is_configured() -> bool:
    return bool(settings.WAYBACK_ACCESS_KEY and settings.WAYBACK_SECRET_KEY)


def save_due(*, until: datetime | None = None) -> int:
    """Ask for copies that are wanted, and for what came of those asked for; how many are made now.

    Failures are kept in the rows, tried again with growing delay. Does nothing where no keys are set.
    """
    if not is_configured():
        return 0
    want_snapshots()
    return sum(save(snapshot) for snapshot in leased(until))


def want_snapshots() -> None:
    """A row for each article on the web that was read and has none, the newest first."""
    wanted = Article.objects.read().filter(snapshot=None, url__startswith="http", withheld=[])
    Snapshot.objects.bulk_create(
        [Snapshot(article=article) for article in wanted.order_by("-id")[:MOST_NEW]], ignore_conflicts=True
    )


def leased(until: datetime | None) -> Iterator[Snapshot]:
    """What is due and no other worker takes first, until the time is over."""
    for pk in Snapshot.objects.due().values_list("pk", flat=True):
        if until is not None and timezone.now() > until:
            return
        if Snapshot.objects.due().leased(pk):
            yield Snapshot.objects.select_related("article").get(pk=pk)


def save(snapshot: Snapshot) -> bool:
    """One step: ask for the copy, or for what came of it; whether it is made now."""
    try:
        step(snapshot)
    except BusyError as error:
        snapshot.postponed(timedelta(seconds=error.retry_after))
    except ArchiveError as error:
        wait = timedelta(seconds=getattr(error, "retry_after", None) or 0)
        snapshot.job = ""
        snapshot.failed(storable(str(error)), final=isinstance(error, AddressError), wait=wait)
    snapshot.save()
    return bool(snapshot.url)


def step(snapshot: Snapshot) -> None:
    if not snapshot.job:
        snapshot.job = text_of(asked("/save", url=snapshot.article.link), "job_id")
        snapshot.postponed(WORKING)
        return
    told = asked("/save/status", job_id=snapshot.job)
    if told.get("status") == "pending":
        snapshot.postponed(WORKING)
        return
    stamp, original = text_of(told, "timestamp"), text_of(told, "original_url")
    snapshot.saved_at = moment_of(stamp)
    snapshot.url = f"{settings.WAYBACK}/web/{stamp}/{original}"[:2200]
    snapshot.succeeded()


def asked(path: str, **form: str) -> dict[str, Any]:
    """What the Internet Archive answers; raises ``SnapshotError`` with its own words where it refuses."""
    key = f"LOW {settings.WAYBACK_ACCESS_KEY}:{settings.WAYBACK_SECRET_KEY}"
    address = f"{settings.WAYBACK}{path}"
    answer = send(address, form, headers={"Authorization": key}, politeness=HostTable())
    try:
        told = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        raise SnapshotError("The Internet Archive answered with no JSON: it is tried again later.") from error
    if not isinstance(told, dict) or told.get("status") == "error":
        message = told.get("message") if isinstance(told, dict) else told
        raise SnapshotError(f"The Internet Archive did not save it: {str(message)[:300]}")
    return told


def text_of(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not value:
        raise SnapshotError(f"The Internet Archive answered without {name}: it is tried again later.")
    return value[:2000]


def moment_of(stamp: str) -> datetime:
    try:
        return datetime.strptime(stamp, MOMENT).replace(tzinfo=UTC)
    except ValueError as error:
        raise SnapshotError(f"The Internet Archive told no time: {stamp[:40]!r}.") from error
