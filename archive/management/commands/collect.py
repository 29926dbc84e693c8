"""Collect all that is due, or one feed."""

import sys

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from archive.collect import Outcome, Report, Summary, collect_due, collect_feed
from archive.errors import ArchiveError
from archive.models import Article, Feed, Run


class Command(BaseCommand):
    help = "Visit all due feeds, and fetch, keep and read all due articles."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--feed", metavar="URL", help="visit this feed alone, due or not")

    def handle(self, feed: str | None, **_) -> None:
        summary = Summary()
        due = Article.objects.due().count()
        with tqdm(total=due, unit=" articles", disable=not self.stderr.isatty()) as bar:

            def report(event: Run | Outcome) -> None:
                summary.count(event)
                self.report(event, bar)

            self.collect(feed, report)
        self.stdout.write(str(summary))
        if summary.every_feed_failed:
            raise CommandError("No feed could be read: see the reasons above.")

    def collect(self, url: str | None, report: Report) -> None:
        if url is None:
            collect_due(report)
            return
        feed = Feed.objects.filter(url=url).first()
        if feed is None:
            raise CommandError(f"{url} is no feed of the archive: add it with manage.py discover {url} --add")
        try:
            collect_feed(feed, report)
        except ArchiveError as error:
            raise CommandError(str(error)) from error

    def report(self, event: Run | Outcome, bar: tqdm) -> None:
        if isinstance(event, Run):
            bar.total += event.new
            line = f"{event.feed}: {event.error or f'{event.found} found, {event.new} new'}"
        else:
            bar.update()
            line = f"  {event.state}: {described(event)}"
        if bar.disable:
            self.stdout.write(line)
        elif getattr(event, "error", None):
            bar.write(line, file=sys.stderr)


def described(outcome: Outcome) -> str:
    """The address and the reason, which mostly names it."""
    url = outcome.article.url
    return outcome.reason if url in outcome.reason else f"{url} {outcome.reason}".rstrip()
