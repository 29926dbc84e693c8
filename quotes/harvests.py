"""Quotes per article: counted with each run of a feed, and compared with what is usual there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import F, Sum
from django.db.models.functions import TruncDate

from archive.health import Finding
from archive.models import Alarm, Article, Run

from .models import Harvest, Quote

TRAILING = timedelta(days=30)
LATELY = timedelta(days=7)
FEWEST_ARTICLES = 5  # to be called lately
FEWEST_DAYS = 5  # before, to know what is usual
SHARE = 0.5  # of the median, below which something broke


@dataclass(frozen=True, slots=True)
class Day:
    """What one feed brought on a day."""

    articles: int
    quotes: int

    @property
    def ratio(self) -> float:
        return self.quotes / self.articles


def count_printed(article: Article) -> int:
    """The quotes that the article prints now."""
    return article.occurrences.filter(removed_at=None).exclude(kind=Quote.Kind.UNATTRIBUTED).count()


def note_harvest(run: Run, quotes: int) -> None:
    """Count an article that this run has brought, with its quotes."""
    harvest = Harvest.objects.filter(run=run)
    more = {"articles": F("articles") + 1, "quotes": F("quotes") + quotes}
    if not harvest.update(**more):
        Harvest.objects.get_or_create(run=run)
        harvest.update(**more)


def fewer_quotes(now: datetime) -> Iterator[Finding]:
    """Feeds whose articles lately have less than half as many quotes as the median day before."""
    recent = Harvest.objects.filter(run__started_at__gt=now - TRAILING, articles__gt=0)
    days = recent.filter(run__feed__active=True).annotate(day=TruncDate("run__started_at")).order_by("day")
    sums = days.values_list("run__feed__outlet", "run__feed", "day").annotate(Sum("articles"), Sum("quotes"))
    by_source: dict[tuple[int, int], list[Day]] = defaultdict(list)
    since: dict[tuple[int, int], date] = {}
    for outlet, feed, day, articles, quotes in sums:
        by_source[outlet, feed].append(Day(articles, quotes))
        since[outlet, feed] = day
    for source, harvests in by_source.items():
        reason = drop(harvests)
        if reason and since[source] >= (now - LATELY).date():
            yield Finding(Alarm.Kind.FEWER, *source, reason)


def drop(days: Sequence[Day]) -> str:
    """Whether the last days, in order, brought too few quotes: the reason in a sentence, or nothing."""
    articles, quotes, earlier = 0, 0, list(days)
    while earlier and articles < FEWEST_ARTICLES:
        day = earlier.pop()
        articles, quotes = articles + day.articles, quotes + day.quotes
    if len(earlier) < FEWEST_DAYS or articles < FEWEST_ARTICLES:
        return ""
    usual, now = median(day.ratio for day in earlier), quotes / articles
    if now >= SHARE * usual:
        return ""
    return f"{now:.1f} quotes an article in the last {articles}, where {usual:.1f} are usual."
