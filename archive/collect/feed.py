"""One feed: visited, what it announces noted, its articles collected."""

import logging
from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from archive.addresses import url_key
from archive.announcements.found import Found
from archive.characters import storable
from archive.discovery import discover
from archive.duplicates import known_keys
from archive.errors import ArchiveError, BusyError, FeedError
from archive.history import unattended
from archive.models import Article, Feed, Outlet, Run
from archive.outlets import is_of, outlet_at

from .outcome import Report, silent
from .visit import collect_each

logger = logging.getLogger(__name__)


@unattended()
def collect_feed(feed: Feed, report: Report = silent) -> Run:
    """Visit the feed now, whenever it is due, and collect those of its articles that are due.

    Failures are kept in the rows of run and articles. Raises ``FeedError`` where another worker is at it.
    """
    run = visit_feed(feed)
    report(run)
    for outcome in collect_each(leased(feed.articles.due().values_list("pk", flat=True))):
        report(outcome)
    run.refresh_from_db()
    return run


@unattended()
def visit_feed(feed: Feed) -> Run:
    """Note what the feed announces now; its new articles are then due. Raises ``FeedError`` as above."""
    if not Feed.objects.leased(feed.pk):
        raise FeedError(f"{feed.url} is being collected right now: try again in a few minutes.")
    return visit_leased(feed)


def leased(ids: Iterable[int]) -> Iterator[Article]:
    """Those of the due articles that no other worker takes first.

    Each is looked at before: taking one needs the turn to write, even where there is none to take.
    """
    for pk in ids:
        due = Article.objects.due().filter(pk=pk).select_related("outlet")
        if (article := due.first()) and Article.objects.due().leased(pk):
            yield article


def visit_leased(feed: Feed) -> Run:
    """Note what the feed announces, for who holds its lease."""
    run = Run.objects.create(feed=feed, started_at=timezone.now())
    try:
        note(run, discover(feed))
    except ArchiveError as error:
        note_failure(run, error)
    except Exception as error:
        logger.exception("Visiting %s failed", feed.url)
        note_failure(run, ArchiveError(f"Visiting it failed: {type(error).__name__}: {error}"))
    except BaseException:
        Feed.objects.filter(pk=feed.pk).update(lease_until=None)
        raise
    return run


@transaction.atomic
def note(run: Run, found: list[Found]) -> None:
    """Articles, run and feed together: a feed that says "unchanged" next time has lost nothing."""
    feed = run.feed
    run.found, run.new = len(found), add_articles(feed, found)
    feed.adapt(has_news=run.new > 0)
    feed.collected_at = timezone.now()
    feed.succeeded(feed.collected_at + feed.interval)
    finish(run)


@transaction.atomic
def note_failure(run: Run, error: ArchiveError) -> None:
    run.error = storable(str(error))
    wait = timedelta(seconds=getattr(error, "retry_after", None) or 0)
    if isinstance(error, BusyError):
        run.feed.postponed(wait)
    else:
        run.feed.failed(run.error, final=error.final, wait=wait)
    finish(run)


def finish(run: Run) -> None:
    run.finished_at = timezone.now()
    run.feed.save(update_fields=[*Feed.SCHEDULE, "interval", "etag", "last_modified", "collected_at"])
    run.save()


def add_articles(feed: Feed, found: list[Found]) -> int:
    """Make the articles that are not known yet, due at once; how many these are."""
    by_key = {url_key(each.url): each for each in found}
    known = known_keys(list(by_key))
    new = [article(feed, key, each) for key, each in by_key.items() if key not in known]
    return len(Article.objects.bulk_create(new, ignore_conflicts=True))


def article(feed: Feed, key: str, found: Found) -> Article:
    return Article(
        url=found.url,
        url_key=key,
        feed=feed,
        outlet=outlet_of(feed, found.url),
        title=storable(found.title)[:1000],
        published=found.published,
    )


def outlet_of(feed: Feed, url: str) -> Outlet:
    """The feed's own, unless the article stands on another site, as those of an aggregator do."""
    return feed.outlet if is_of(feed.outlet, url) else outlet_at(url)
