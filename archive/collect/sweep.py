"""Everything that is due: first all feeds, then all articles, hosts in turn."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from archive.memory import few_arenas
from archive.models import Article, Feed, Run

from .feed import leased, visit_leased
from .outcome import Outcome, Report, Summary, silent
from .visit import collect_each

BATCH = 100


def collect_due(report: Report = silent, *, until: datetime | None = None) -> Summary:
    """Visit all due feeds, then collect all due articles, the new ones too; begin nothing after ``until``.

    Any number of workers may do so at once, and each may be killed: what one leaves is due for the next.
    """
    few_arenas()
    summary = Summary()

    def tell(event: Run | Outcome) -> None:
        summary.count(event)
        report(event)

    for feed in due_feeds(until):
        tell(visit_leased(feed))
    for outcome in collect_each(due_articles(until)):
        tell(outcome)
    return summary


def is_over(until: datetime | None) -> bool:
    return until is not None and timezone.now() >= until


def due_feeds(until: datetime | None) -> Iterator[Feed]:
    for pk in list(Feed.objects.due().values_list("pk", flat=True)):
        if is_over(until):
            return
        if Feed.objects.due().leased(pk):
            yield Feed.objects.select_related("outlet").get(pk=pk)


def due_articles(until: datetime | None) -> Iterator[Article]:
    """In small batches, as the rows change under many hands; what was collected is due no more."""
    while batch := next_batch():
        for article in leased(batch):
            yield article
            if is_over(until):
                return


def next_batch() -> list[int]:
    """One of each outlet, then the second of each: so that the pauses of one host are the turns of others."""
    turn = Window(RowNumber(), partition_by=F("outlet"), order_by=F("next_at").asc())
    return list(Article.objects.due().order_by(turn, "next_at").values_list("pk", flat=True)[:BATCH])
