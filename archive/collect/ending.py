"""What visiting an article has come to: in its row, and in the latest run of its feed."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from archive.characters import storable
from archive.errors import ArchiveError, BusyError, ReadError, StatusError
from archive.models import Article, Run
from archive.signals import run_counted, source_gone

from .outcome import Outcome

GONE = (404, 410)
READ = ("new", "changed")
FETCHED = (*READ, "unchanged")
VISITS = (timedelta(hours=1), timedelta(days=1), timedelta(days=7), timedelta(days=30))
COUNTED = ("fetched", "changed", "unchanged", "failed", "failures", "incomplete", "missing")
ROW = (*Article.SCHEDULE, "state", "announced")


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
        run.save(update_fields=COUNTED)
        if outcome.state in READ:
            told = partial(run_counted.send, sender=Run, run=run, article=outcome.article)
            transaction.on_commit(told)


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
