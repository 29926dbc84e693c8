"""What collecting has come to: of one article, and of many."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from archive.errors import ArchiveError
from archive.models import Article, Run

State = Literal["new", "changed", "unchanged", "gone", "postponed", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one article: ``error`` says why there is no reading of it now (failed, gone or postponed).

    ``article`` is another than the one asked for where that turned out to be a duplicate of it.
    """

    article: Article
    state: State
    error: ArchiveError | None = None

    @property
    def reason(self) -> str:
        return str(self.error) if self.error else ""


@dataclass(slots=True)
class Summary:
    """Of a sweep over all that was due."""

    runs: list[Run] = field(default_factory=list)
    articles: Counter[State] = field(default_factory=Counter)

    def count(self, event: Run | Outcome) -> None:
        if isinstance(event, Run):
            self.runs.append(event)
        else:
            self.articles[event.state] += 1

    @property
    def every_feed_failed(self) -> bool:
        return bool(self.runs) and all(run.error for run in self.runs)

    def __str__(self) -> str:
        failed = sum(1 for run in self.runs if run.error)
        states = ", ".join(f"{count} {state}" for state, count in self.articles.most_common())
        return f"{len(self.runs)} feeds ({failed} failed); articles: {states or 'none due'}"


Report = Callable[[Run | Outcome], None]


def silent(_: Run | Outcome) -> None:
    """A report to nobody."""
