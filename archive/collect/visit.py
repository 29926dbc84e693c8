"""Articles fetched if their source has something new, preserved and read: the next while one is read."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from archive.captures import preserve
from archive.durability import unsynced
from archive.errors import ArchiveError
from archive.fetch import HostTable, Validators, fetch
from archive.models import Article, Capture, Reading
from archive.readings import Begun, begin
from archive.signals import source_back

from .ending import next_visit, save, unread
from .outcome import Outcome, State

logger = logging.getLogger(__name__)


def collect_leased(article: Article) -> Outcome:
    """As ``collect_article``, for who holds its lease."""
    return next(collect_each([article]))


def collect_each(articles: Iterable[Article]) -> Iterator[Outcome]:
    """The same of many, each taken at its turn: while a child process reads one, the next is fetched."""
    visits: list[Visit] = []  # at most two: the one that is being read, and the one after it
    try:
        for article in articles:
            visits.append(Visit(article))
            visits[-1].fetch()
            visits[0].wait()  # for one child process for all
            visits[-1].begin()
            if len(visits) > 1:
                yield visits[0].end()
                del visits[0]
        for visit in visits:
            yield visit.end()
    finally:
        for visit in visits:
            visit.abandon()


class Visit:
    """One article step by step, for who holds its lease; the first step that fails is the last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.was_gone = article.state == Article.State.GONE
        self.before: Reading | None = None
        self.capture: Capture | None = None
        self.begun: Begun | None = None
        self.outcome: Outcome | None = None
        self.is_saved = False

    def fetch(self) -> None:
        self.guarded(self._fetch)

    def begin(self) -> None:
        self.guarded(self._begin)

    def wait(self) -> None:
        if self.begun:
            self.begun.wait()

    def end(self) -> Outcome:
        """What it has come to, saved."""
        self.guarded(self._read)
        outcome = cast(Outcome, self.outcome)
        save(outcome)
        self.is_saved = True
        return outcome

    def abandon(self) -> None:
        """It is due for the next worker, unless it came to its end."""
        if self.is_saved:
            return
        if self.begun:
            self.begun.abandon()
        Article.objects.filter(pk=self.article.pk).update(lease_until=None)

    def guarded(self, step: Callable[[], None]) -> None:
        if self.outcome:
            return
        try:
            with unsynced():  # what comes last, ``save``, is waited for
                step()
        except ArchiveError as error:
            self.outcome = unread(self.article, error)
        except Exception as error:
            logger.exception("Collecting %s failed", self.article.url)
            failure = ArchiveError(f"Collecting it failed: {type(error).__name__}: {error}")
            self.outcome = unread(self.article, failure)

    def _fetch(self) -> None:
        article = self.article
        newest = article.newest_capture
        validators = Validators(newest.etag, newest.last_modified) if newest else None
        self.before = article.latest_reading if newest else None
        self.capture = preserve(article, fetch(article.url, validators=validators, politeness=HostTable()))

    def _begin(self) -> None:
        self.begun = begin(cast(Capture, self.capture))

    def _read(self) -> None:
        article, reading = self.article, cast(Begun, self.begun).finish()
        self.outcome = self.of(article, reading)
        self.outcome.article.succeeded(next_visit(self.outcome.article))

    def of(self, article: Article, reading: Reading) -> Outcome:
        if reading.capture.article != article:  # it was folded into the one that it is a duplicate of
            return Outcome(reading.capture.article, "unchanged")
        if self.was_gone:
            source_back.send(sender=Article, article=article)
        article.state = Article.State.READ
        return Outcome(article, difference(self.before, reading))


def difference(before: Reading | None, now: Reading) -> State:
    if before is None:
        return "new"
    return "unchanged" if (before.text, before.title) == (now.text, now.title) else "changed"
