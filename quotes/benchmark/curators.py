"""Every page that curators work on, measured in a large archive: lists, forms, queue and decisions."""

import time
from http import HTTPStatus
from importlib import import_module
from statistics import median

from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.statistics import refresh_statistics

from .corpus import Corpus
from .curated import curate
from .errors import BenchmarkError, Say
from .rows import write_rows
from .visits import Visit, Visits

AGAIN = 3


class Curators:
    """An archive of so many quotes, as an administrator's browser gets it."""

    def __init__(self, quotes: int, only: str, say: Say) -> None:
        self.quotes, self.only, self.say = quotes, only, say
        self.client = Client(headers={"host": "127.0.0.1"})

    def fill(self) -> None:
        started = time.perf_counter()
        for _ in write_rows(Corpus(self.quotes)):
            pass
        self.say(f"{self.quotes} quotes written in {time.perf_counter() - started:.0f} s")
        curate()
        self.say(f"... and what belongs to them, in {time.perf_counter() - started:.0f} s")

    def measure(self) -> None:
        refresh_statistics()  # as every night; a kept archive may have been changed by a migration since
        call_command("collectstatic", interactive=False, verbosity=0)
        curator = curator_of_archive()
        self.client.force_login(curator)
        import_module("quotes.wsgi")  # what a server does before anybody waits for a page
        self.client.get(reverse("admin:index"))
        visits = self.chosen(curator)
        self.say(
            f"{'':50}{'first':>8}{'median':>8}{'worst':>8}{'queries':>9}   (milliseconds of processor time)"
        )
        slow = [visit.name for visit in visits if self.line(visit) > visit.limit]
        self.say(f"Over the limit: {len(slow)} of {len(visits)} pages")
        for name in slow:
            self.say(f"  {name}")

    def chosen(self, curator: User) -> list[Visit]:
        visits = [visit for visit in Visits(self.client, curator).all() if self.only in visit.name]
        if not visits:
            raise BenchmarkError(f"No page has “{self.only}” in its name: leave --only out to see all names.")
        return visits

    def line(self, visit: Visit) -> float:
        """The median of a page."""
        first, number = milliseconds(visit), queries(visit)
        again = [milliseconds(visit) for _ in range(AGAIN)]
        self.say(f"{visit.name:50}{first:8.1f}{median(again):8.1f}{max(again):8.1f}{number:9}")
        return median(again)


def curator_of_archive() -> User:
    """An archive that is measured again has one."""
    known = User.objects.filter(username="curator").first()
    return known or User.objects.create_superuser("curator")


def milliseconds(visit: Visit) -> float:
    prepared = visit.prepare()
    started = time.process_time()  # whatever else the machine is doing
    answer = visit.open(prepared)
    taken = (time.process_time() - started) * 1000
    if answer.status_code >= HTTPStatus.BAD_REQUEST:
        raise BenchmarkError(f"{visit.name} answered {answer.status_code}.")
    return taken


def queries(visit: Visit) -> int:
    prepared = visit.prepare()
    with CaptureQueriesContext(connection) as executed:
        visit.open(prepared)
    return len(executed)
