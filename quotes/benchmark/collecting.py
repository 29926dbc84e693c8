"""Collecting measured: from feeds to quotes, by workers as they run every day, from servers on loopback."""

import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import linear_regression

from django.conf import settings

from archive.collect import Outcome, Summary, collect_due
from archive.models import Article, Feed, Outlet, Run
from quotes.models import IndexChange, Occurrence, Quote

from . import press
from .errors import BenchmarkError, Say
from .kiosk import Kiosk
from .stages import Stages
from .timing import cpu_seconds, tree_megabytes

SHOWN = 1000  # articles between two lines
FEWEST_LINES = 3  # that tell whether memory grows
DONE = "done"


@dataclass
class Collecting:
    """``articles`` of twenty outlets, collected by so many workers at once, in an empty archive."""

    articles: int
    workers: int
    say: Say
    lock: threading.Lock = field(default_factory=threading.Lock)
    times: list[float] = field(default_factory=list)  # when each article was done
    memory: list[list[float]] = field(default_factory=list)  # megabytes of each worker, at every line
    reports: list[dict] = field(default_factory=list)
    processes: list[subprocess.Popen] = field(default_factory=list)

    def measure(self) -> None:
        kiosk = Kiosk(self.articles)
        with kiosk.open():
            add_feeds(kiosk.origins)
            self.work(kiosk.authorities())
            self.report(kiosk.seconds())

    def work(self, allowed: list[str]) -> None:
        own = {"ARCHIVE_ALLOWED_PRIVATE": ",".join(allowed), "LOG_LEVEL": "ERROR"}
        command = [
            sys.executable,
            str(settings.BASE_DIR / "manage.py"),
            "benchmark",
            "collect",
            "--inside=work",
        ]
        for _ in range(self.workers):
            self.processes.append(
                subprocess.Popen(command, env=os.environ | own, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- itself
            )
        threads = [threading.Thread(target=self.listen, args=[process]) for process in self.processes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if any(process.wait() for process in self.processes):
            raise BenchmarkError("A worker failed: see above.")

    def listen(self, process: subprocess.Popen) -> None:
        for line in process.stdout or ():
            if line.strip() == DONE:
                self.note()
            else:
                self.reports.append(json.loads(line))

    def note(self) -> None:
        with self.lock:
            self.times.append(time.perf_counter())
            if len(self.times) % SHOWN == 0:
                self.say(self.line(self.times[-SHOWN:]))

    def growth(self) -> str:
        """Of each worker; the first thousand articles fill its caches."""
        by_worker = zip(*self.memory, strict=True)
        return ", ".join(f"{slope(megabytes):+.1f}" for megabytes in by_worker)

    def line(self, times: list[float]) -> str:
        self.memory.append([tree_megabytes(process.pid) for process in self.processes])
        held = ", ".join(f"{megabytes:.0f}" for megabytes in self.memory[-1])
        return f"{len(self.times):7} articles {rate(times):6.1f} a second; memory of the workers: {held} MB"

    def report(self, server_seconds: float) -> None:
        found = Quote.objects.count(), Occurrence.objects.count(), Article.objects.read().count()
        self.say("{} quotes in {} places of {} articles".format(*found))
        self.say(f"From feed to quotes: {rate(self.times):.1f} articles a second, {self.workers} workers")
        stages: Counter[str] = Counter()
        for report in self.reports:
            stages.update(report["stages"])
        for name, seconds in stages.items():
            each = seconds / len(self.times) * 1000
            self.say(f"  {name:14}{each:7.1f} ms an article {seconds / stages.total():7.0%}")
        cpu = sum(report["cpu"] for report in self.reports) / len(self.times) * 1000
        self.say(f"  processor time of the workers and their children: {cpu:.1f} ms an article")
        self.say(f"  of the servers, apart: {server_seconds / len(self.times) * 1000:.1f} ms an article")
        if len(self.memory) >= FEWEST_LINES:
            self.say(
                f"  memory after the first {SHOWN} articles: {self.growth()} MB for each further {SHOWN}"
            )
        self.say(f"  left for the index: {IndexChange.objects.count()} changes")


def slope(values: Sequence[float]) -> float:
    """By how much they rise from one to the next, by least squares."""
    return linear_regression(range(len(values)), values).slope


def rate(times: list[float]) -> float:
    """Articles a second between the first and the last of these moments."""
    return (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else 0.0


def add_feeds(origins: Iterable[str]) -> None:
    for number, origin in enumerate(origins):
        name, host = press.outlet_name(number), origin.removeprefix("http://")
        outlet = Outlet.objects.create(name=name, slug=f"outlet-{number}", host=host)
        Feed.objects.create(outlet=outlet, url=f"{origin}/feed")


def work(say: Say) -> None:
    """What one worker does; tells each article, and at its end where its time has gone."""
    stages = Stages()

    def tell(event: Run | Outcome) -> None:
        if isinstance(event, Outcome):
            say(DONE)

    with stages.watched():
        refuse_failures(collect_due(tell))
    say(json.dumps({"stages": stages.seconds, "cpu": cpu_seconds()}))


def refuse_failures(summary: Summary) -> None:
    wrong = {state: count for state, count in summary.articles.items() if state != "new"}
    if wrong or any(run.error for run in summary.runs):
        raise BenchmarkError(f"Not everything was collected: {summary}.")
