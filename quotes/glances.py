"""The feeds with their state at a glance: what the curators' page of sources shows of each."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from archive.models import Alarm, Feed, Run

from .models import Harvest

LATELY = timedelta(days=7)
SHOWN = ("all", "trouble", "paused")


@dataclass(frozen=True, slots=True)
class Week:
    """What a feed brought in the last seven days."""

    found: datetime | None = None
    new: int = 0
    fetched: int = 0
    failed: int = 0
    articles: int = 0
    quotes: int = 0

    @property
    def ratio(self) -> float | None:
        """Quotes an article."""
        return self.quotes / self.articles if self.articles else None


@dataclass(frozen=True, slots=True)
class Glance:
    """A feed, its week and its open alarms; ``state`` and ``tone`` (good, plain, bad) in a word."""

    feed: Feed
    week: Week
    alarms: list[Alarm] = field(default_factory=list)

    @property
    def state(self) -> str:
        if not self.feed.active:
            return "paused"
        if self.feed.attempts:
            return "failing"
        if self.alarms:
            return "alarm"
        return "well" if self.feed.collected_at else "new"

    @property
    def reason(self) -> str:
        """Why the last visit failed, unless an alarm tells it."""
        told = any(alarm.kind == Alarm.Kind.FAILING for alarm in self.alarms)
        return self.feed.last_error if self.feed.active and not told else ""

    @property
    def tone(self) -> str:
        return {"well": "good", "paused": "plain", "new": "plain"}.get(self.state, "bad")


def chosen(show: str, words: str) -> QuerySet[Feed]:
    """The feeds to show: ``all``, those in ``trouble`` or those ``paused``, with these words in them."""
    feeds = Feed.objects.select_related("outlet").order_by("outlet__name", "outlet_id", "url")
    if words:
        feeds = feeds.filter(Q(outlet__name__icontains=words) | Q(url__icontains=words))
    if show == "paused":
        return feeds.filter(active=False)
    if show == "trouble":
        alarms = Alarm.objects.open().filter(Q(feed=OuterRef("pk")) | Q(feed=None, outlet=OuterRef("outlet")))
        return feeds.filter(Exists(alarms) | Q(attempts__gt=0), active=True)
    return feeds


def glances(feeds: Sequence[Feed]) -> list[Glance]:
    """At these feeds, in three queries."""
    weeks, alarms = weeks_of(feeds), alarms_of(feeds)
    known = [alarms[None, feed.outlet_id] + alarms[feed.pk, feed.outlet_id] for feed in feeds]
    return [Glance(feed, weeks.get(feed.pk, Week()), own) for feed, own in zip(feeds, known, strict=True)]


def weeks_of(feeds: Sequence[Feed]) -> dict[int, Week]:
    since = timezone.now() - LATELY
    runs = Run.objects.filter(feed__in=feeds, started_at__gt=since).order_by().values_list("feed")
    sums = runs.annotate(Max("started_at"), Sum("new"), Sum("fetched"), Sum("failed"))
    harvests = Harvest.objects.filter(run__feed__in=feeds, run__started_at__gt=since).order_by()
    quotes = {
        feed: numbers
        for feed, *numbers in harvests.values_list("run__feed").annotate(Sum("articles"), Sum("quotes"))
    }
    return {feed: Week(*numbers, *quotes.get(feed, (0, 0))) for feed, *numbers in sums}


def alarms_of(feeds: Sequence[Feed]) -> dict[tuple[int | None, int], list[Alarm]]:
    """The open alarms by the ids of feed and outlet; those of a whole outlet have no feed."""
    outlets = {feed.outlet_id for feed in feeds}
    concerned = Alarm.objects.open().filter(Q(feed__in=feeds) | Q(feed=None, outlet__in=outlets))
    found: dict[tuple[int | None, int], list[Alarm]] = defaultdict(list)
    for alarm in concerned.select_related("feed", "outlet"):
        found[alarm.feed_id, alarm.outlet_id].append(alarm)
    return found
