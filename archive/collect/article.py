"""One article: found or made by its address, fetched if its source has something new, preserved and read."""

import logging
from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from archive.addresses import url_key
from archive.captures import preserve
from archive.characters import storable
from archive.duplicates import article_with
from archive.durability import unsynced
from archive.errors import ArchiveError, BusyError, ReadError, StatusError
from archive.fetch import HostTable, Validators, fetch
from archive.history import unattended
from archive.models import Article, Feed, Outlet, Reading, Run
from archive.outlets import outlet_at
from archive.readings import read
from archive.signals import run_counted, source_back, source_gone

from .outcome import Outcome, State

logger = logging.getLogger(__name__)
GONE = (404, 410)
READ = ("new", "changed")
FETCHED = (*READ, "unchanged")
VISITS = (timedelta(hours=1), timedelta(days=1), timedelta(days=7), timedelta(days=30))
ROW = (*Article.SCHEDULE, "state", "announced")


def article_at(
    url: str,
    *,
    outlet: Outlet | None = None,
    feed: Feed | None = None,
    added_by: AbstractBaseUser | None = None,
) -> Article:
    """The article at this address, in whichever spelling; made, and due at once, where it is not known.

    Raises ``AddressError``.
    """
    key = url_key(url)
    known = article_with(key)
    if known:
        return known
    made = {"url": url.strip(), "outlet": outlet or outlet_at(url), "feed": feed, "added_by": added_by}
    return Article.objects.get_or_create(url_key=key, defaults=made)[0]


@unattended()
def collect_article(article: Article) -> Outcome:
    """Fetch the article now, whenever it is due, preserve it and read it; failures are kept in its row."""
    if not Article.objects.leased(article.pk):
        busy = ArchiveError("The archive is collecting this article right now: try again in a few minutes.")
        return Outcome(article, "postponed", busy)
    return collect_leased(article)


def collect_leased(article: Article) -> Outcome:
    """As ``collect_article``, for who holds its lease."""
    try:
        with unsynced():  # what comes last, ``save``, is waited for
            outcome = fetch_and_read(article)
        outcome.article.succeeded(next_visit(outcome.article))
    except ArchiveError as error:
        outcome = unread(article, error)
    except Exception as error:
        logger.exception("Collecting %s failed", article.url)
        outcome = unread(article, ArchiveError(f"Collecting it failed: {type(error).__name__}: {error}"))
    except BaseException:
        Article.objects.filter(pk=article.pk).update(lease_until=None)
        raise
    save(outcome)
    return outcome


def fetch_and_read(article: Article) -> Outcome:
    newest = article.captures.newest_first().first()
    validators = Validators(newest.etag, newest.last_modified) if newest else None
    before = article.latest_reading if newest else None
    was_gone = article.state == Article.State.GONE
    capture = preserve(article, fetch(article.url, validators=validators, politeness=HostTable()))
    reading = read(capture)
    if reading.capture.article != article:  # it was folded into the one that it is a duplicate of
        return Outcome(reading.capture.article, "unchanged")
    if was_gone:
        source_back.send(sender=Article, article=article)
    article.state = Article.State.READ
    return Outcome(article, difference(before, reading))


def difference(before: Reading | None, now: Reading) -> State:
    if before is None:
        return "new"
    return "unchanged" if (before.text, before.title) == (now.text, now.title) else "changed"


def next_visit(article: Article) -> datetime | None:
    """An hour, a day, a week and a month after it was found, while somebody watches it; then no more."""
    if not article.watched:
        return None
    visits = (article.created_at + after for after in VISITS)
    return min((moment for moment in visits if moment > timezone.now()), default=None)


def unread(article: Article, error: ArchiveError) -> Outcome:
    """The failure as its kind wants it: waited out, taken for the end of the source, or counted."""
    wait = timedelta(seconds=getattr(error, "retry_after", None) or 0)
    if isinstance(error, BusyError):
        article.postponed(wait)
        return Outcome(article, "postponed", error)
    if isinstance(error, StatusError) and error.status in GONE and article.captures.exists():
        return gone(article, error)
    article.failed(storable(str(error)), final=error.final, wait=wait)
    if article.state == Article.State.PENDING:
        article.state = Article.State.FAILED
    return Outcome(article, "failed", error)


def gone(article: Article, error: StatusError) -> Outcome:
    """The source is gone, the captures stay. Listeners hear it: again where the last time was interrupted."""
    if article.state != Article.State.GONE or not article.announced:
        article.state, article.announced = Article.State.GONE, False
        article.save(update_fields=["state", "announced"])
        source_gone.send(sender=Article, article=article)
    article.announced = True
    article.succeeded(next_visit(article))
    article.last_error = str(error)
    return Outcome(article, "gone", error)


@transaction.atomic
def save(outcome: Outcome) -> None:
    """The article's row, and its part in the latest run of its feed, together."""
    outcome.article.save(update_fields=ROW)
    run = Run.objects.select_for_update().filter(feed=outcome.article.feed_id).first()
    if run:
        count(run, outcome)
        run.save()
        if outcome.state in READ:
            run_counted.send(sender=Run, run=run, article=outcome.article)


def count(run: Run, outcome: Outcome) -> None:
    error = outcome.error
    missing = missing_of(outcome)
    run.fetched += outcome.state in FETCHED or isinstance(error, ReadError)
    run.changed += outcome.state == "changed"
    run.unchanged += outcome.state == "unchanged"
    run.failed += outcome.state in ("failed", "gone")
    run.incomplete += bool(missing) and error is None
    for name in missing:
        run.missing[name] = run.missing.get(name, 0) + 1
    if error and outcome.state != "postponed":
        kind = type(error).__name__
        run.failures[kind] = run.failures.get(kind, 0) + 1


def missing_of(outcome: Outcome) -> list[str]:
    """What a page that was given should have had: ``title``, ``date`` or ``body``."""
    if isinstance(outcome.error, ReadError):
        return ["body"]
    if outcome.state not in READ:
        return []
    parts = {"title": outcome.article.title, "date": outcome.article.published}
    return [name for name, value in parts.items() if not value]
