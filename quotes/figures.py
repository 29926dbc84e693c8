"""The archive in numbers, for its curators and for the daily summary; nothing grows with the rows shown."""

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min, Q, QuerySet, Sum, TextField
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from archive.models import Article, Capture, Run

from .models import Change, Decision, Occurrence, Quote, ReviewItem

MOST_ROWS = 20  # of a table of outlets or methods
TELLING = 50  # decisions from which readers are told a share: 90 % is then 82 to 98 % (19 times of 20)


@dataclass(frozen=True, slots=True)
class Activity:
    """What has come in since a moment; ``failures`` and ``changes`` by kind."""

    articles: int
    captures: int
    quotes: int
    runs: int
    failures: dict[str, int]
    changes: dict[str, int]
    decisions: int

    @property
    def failed(self) -> int:
        return sum(self.failures.values())


def activity(since: datetime) -> Activity:
    runs = Run.objects.filter(started_at__gte=since).order_by()
    failures = Counter[str]()
    for kinds in runs.exclude(failures={}).values_list("failures", flat=True):
        failures.update(kinds)
    kinds = Change.objects.filter(seen_at__gte=since).order_by().values_list("kind").annotate(Count("pk"))
    return Activity(
        articles=Article.objects.read().filter(created_at__gte=since).count(),
        captures=Capture.objects.filter(fetched_at__gte=since).count(),
        quotes=Quote.objects.public().filter(created_at__gte=since, merged_into=None).count(),
        runs=runs.count(),
        failures=dict(failures.most_common()),
        changes={str(Change.Kind(kind).label): number for kind, number in kinds},
        decisions=Decision.objects.standing().filter(at__gte=since).count(),
    )


@dataclass(frozen=True, slots=True)
class Queue:
    """The quotes that wait for a curator: how many, since when the oldest, and how many with each open doubt.

    ``others``: open items about speakers and articles, which are no part of it.
    """

    length: int
    oldest: datetime | None
    reasons: list[tuple[str, int]]
    others: int


def queue() -> Queue:
    totals = Quote.objects.to_review().aggregate(length=Count("pk"), oldest=Min("created_at"))
    items = ReviewItem.objects.open().order_by()
    waiting = items.filter(Q(quote__harm__gt=0) | Q(occurrence__quote__harm__gt=0))
    about = Coalesce("quote_id", "occurrence__quote_id")
    reasons = waiting.values_list("reason").annotate(number=Count(about, distinct=True))
    most = reasons.order_by("-number", "reason")[:MOST_ROWS]
    others = items.filter(quote=None, occurrence=None).count()
    return Queue(totals["length"], totals["oldest"], list(most), others)


@dataclass(frozen=True, slots=True)
class Precision:
    """Of ``decided`` quotes of one kind, ``right`` had the speaker and the words as the engine found them."""

    label: str
    decided: int
    right: int

    @property
    def share(self) -> float:
        return self.right / self.decided

    @property
    def is_telling(self) -> bool:
        """Are there decisions enough to tell readers the share?"""
        return self.decided >= TELLING


DECIDED = ~Q(review=Occurrence.Review.UNREVIEWED)  # as the index says it: SQLite knows it by no other words
CORRECTED = Q(set_by_hand__contains='"speaker"') | Q(set_by_hand__contains='"segments"')
RIGHT = Q(review=Occurrence.Review.CONFIRMED) & ~CORRECTED


def decided():
    """The occurrences that a person has confirmed or rejected; ``set_by_hand`` names the fields corrected."""
    return Occurrence.objects.filter(DECIDED).annotate(set_by_hand=Cast("locked", TextField())).order_by()


@dataclass(frozen=True, slots=True)
class Precisions:
    """Of all quotes decided on, and of those with most decisions ``by_outlet`` and ``by_method``."""

    all: Precision
    by_outlet: list[Precision]
    by_method: list[Precision]


def precision() -> Precisions:
    """Counted in one pass over what was decided."""
    groups = decided().values_list("article__outlet__name", "method")
    counted = list(groups.annotate(all=Count("pk"), right=Count("pk", filter=RIGHT)))
    return Precisions(
        summed("all", counted),
        most_decided((outlet, *numbers) for outlet, _, *numbers in counted),
        most_decided((method, *numbers) for _, method, *numbers in counted),
    )


def most_decided(counted: Iterable[tuple[str, int, int]]) -> list[Precision]:
    """The counts of one label put together, those with most decisions first."""
    of_label: dict[str, list[tuple]] = defaultdict(list)
    for group in counted:
        of_label[group[0]].append(group)
    found = [summed(label or "-", groups) for label, groups in of_label.items()]
    return sorted(found, key=lambda each: (-each.decided, each.label))[:MOST_ROWS]


def summed(label: str, counted: Iterable[tuple]) -> Precision:
    """Of counts that end with the numbers decided and right."""
    pairs = [group[-2:] for group in counted]
    return Precision(label, sum(decided for decided, _ in pairs), sum(right for _, right in pairs))


@dataclass(frozen=True, slots=True)
class Watch:
    """What the archive has seen at the sources since it keeps them."""

    week: int
    edited: int
    removed: int
    gone: int


def known_of_sources() -> Watch:
    """New articles of a week, quotes that were edited or removed, and articles whose source is gone."""
    lost = Change.objects.aggregate(
        edited=Count("pk", filter=Q(kind=Change.Kind.EDITED)),
        removed=Count("pk", filter=Q(kind=Change.Kind.REMOVED)),
    )
    since = timezone.now() - timedelta(days=7)
    return Watch(
        week=Article.objects.read().filter(created_at__gte=since).count(),
        gone=Article.objects.filter(state=Article.State.GONE).count(),
        **lost,
    )


@dataclass(frozen=True, slots=True)
class Day:
    """What came in on a day; ``share`` (0 to 1) of the busiest one shown."""

    date: date
    captures: int
    quotes: int
    share: float


def days(number: int) -> list[Day]:
    """The last so many days, today last."""
    today = timezone.localdate()
    shown = [today - timedelta(days=ago) for ago in reversed(range(number))]
    captures = by_day(Capture.objects.all(), "fetched_at", shown)
    quotes = by_day(Quote.objects.public().filter(merged_into=None), "created_at", shown)
    most = max([1, *captures])
    return [Day(*day, day[1] / most) for day in zip(shown, captures, quotes, strict=True)]


def by_day(rows: QuerySet, field: str, shown: list[date]) -> list[int]:
    """How many rows fall on each day, counted between its bounds: an index answers that by itself."""
    bounds = [timezone.make_aware(datetime.combine(day, time.min)) for day in shown]
    ends = [*bounds[1:], bounds[-1] + timedelta(days=1)]
    spans = zip(bounds, ends, strict=True)
    return [rows.filter((f"{field}__gte", start), (f"{field}__lt", end)).count() for start, end in spans]


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes: of the captured pages before they are packed, of database and index, and what is free."""

    pages: int
    database: int
    index: int
    free: int


def disk() -> Disk:
    pages = Capture.objects.aggregate(bytes=Sum("length"))["bytes"] or 0
    free = shutil.disk_usage(settings.ARCHIVE_DATA).free
    return Disk(pages, database_size(), size(settings.INDEX_DIR.glob("**/*")), free)


def database_size() -> int:
    if connection.vendor == "sqlite":
        return size([Path(f"{connection.settings_dict['NAME']}{part}") for part in ("", "-wal")])
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def size(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file())
