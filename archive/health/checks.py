"""What is wrong with the sources, read off their runs: a number of queries that does not grow with them.

Paused feeds are left in peace. The thresholds want a few cases, so that one odd page raises nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from django.db.models import Count, Max
from django.db.models.functions import MD5

from archive.models import Alarm, Feed, Reading, Run

from .finding import Finding

Source = tuple[int, int]  # the ids of outlet and feed

TRAILING = timedelta(days=60)  # in which a feed shows how often it has news
FEWEST_DAYS = 3  # with news, to know its rhythm
LONGEST_GAPS = 3  # usual gaps between two days with news
QUIET = timedelta(days=2)  # is no silence yet
EMPTY_VISITS = 5  # to a feed that never named an article
LATELY = timedelta(days=7)
FAILURES = 3  # visits in a row
FEWEST, SHARE = 3, 0.25  # articles that lack something
SAME_TEXT = 3  # articles of an outlet with one text
PARTS = {"title": Alarm.Kind.TITLE, "date": Alarm.Kind.DATE, "body": Alarm.Kind.BODY}


def check_sources(now: datetime) -> list[Finding]:
    """All that is wrong now."""
    checks = (failing(), silent(now), empty(), incomplete(now), repeated(now))
    return [finding for check in checks for finding in check]


def failing() -> Iterator[Finding]:
    """Feeds whose last visits failed."""
    for feed in Feed.objects.active().filter(attempts__gte=FAILURES):
        reason = f"The last {feed.attempts} visits failed: {feed.last_error}"
        yield Finding(Alarm.Kind.FAILING, feed.outlet_id, feed.pk, reason)


def silent(now: datetime) -> Iterator[Finding]:
    """Feeds without news for much longer than is usual with them."""
    runs = Run.objects.filter(feed__active=True, new__gt=0, started_at__gt=now - TRAILING).order_by()
    news: dict[Source, list[datetime]] = defaultdict(list)
    for outlet, feed, started_at in runs.values_list("feed__outlet", "feed", "started_at"):
        news[outlet, feed].append(started_at)
    for (outlet, feed), moments in news.items():
        limit = longest_silence(sorted({moment.date() for moment in moments}))
        if limit and now - max(moments) > limit:
            since = f"No new article since {max(moments):%Y-%m-%d}, where {limit.days} days are long."
            yield Finding(Alarm.Kind.SILENT, outlet, feed, since)


def longest_silence(days: Sequence[date]) -> timedelta | None:
    """How long a feed with news on these days, in order, may be silent; None: that cannot be told yet."""
    if len(days) < FEWEST_DAYS:
        return None
    usual = median((later - earlier).days for earlier, later in pairwise(days))
    return max(QUIET, LONGEST_GAPS * timedelta(days=usual))


def empty() -> Iterator[Finding]:
    """Feeds that were read often enough and never named an article."""
    feeds = Feed.objects.active().filter(runs__error="", runs__finished_at__isnull=False)
    visited = feeds.annotate(visits=Count("runs"), most=Max("runs__found")).order_by()
    for feed in visited.filter(visits__gte=EMPTY_VISITS, most=0):
        reason = f"It never named an article in {feed.visits} visits."
        yield Finding(Alarm.Kind.SILENT, feed.outlet_id, feed.pk, reason)


def incomplete(now: datetime) -> Iterator[Finding]:
    """Feeds many of whose articles lately lack a title, a date or a text."""
    fetched: Counter[Source] = Counter()
    missing: dict[Source, Counter[str]] = defaultdict(Counter)
    runs = Run.objects.filter(feed__active=True, fetched__gt=0, started_at__gt=now - LATELY).order_by()
    for outlet, feed, number, parts in runs.values_list("feed__outlet", "feed", "fetched", "missing"):
        fetched[outlet, feed] += number
        missing[outlet, feed].update(parts)
    for source, parts in missing.items():
        for part, number in parts.items():
            if number >= FEWEST and number >= SHARE * fetched[source]:
                reason = f"{number} of {fetched[source]} articles of the last 7 days have no {part}."
                yield Finding(PARTS[part], *source, reason)


def repeated(now: datetime) -> Iterator[Finding]:
    """Outlets that showed one text, a consent page say, at several addresses lately."""
    recent = Reading.objects.filter(made_at__gt=now - LATELY).order_by().annotate(digest=MD5("text"))
    groups = recent.values("capture__article__outlet", "digest").annotate(
        articles=Count("capture__article", distinct=True), title=Max("title")
    )
    most: dict[int, tuple[int, str]] = {}
    for outlet, articles, title in groups.filter(articles__gte=SAME_TEXT).values_list(
        "capture__article__outlet", "articles", "title"
    ):
        most[outlet] = max(most.get(outlet, (0, "")), (articles, title))
    for outlet, (articles, title) in most.items():
        reason = f"{articles} articles of the last 7 days have one and the same text: {title}"
        yield Finding(Alarm.Kind.REPEATED, outlet, None, reason)
