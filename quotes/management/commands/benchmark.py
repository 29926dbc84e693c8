"""``manage.py benchmark search``: how fast the search is on a made-up archive."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from quotes.benchmark.report import Benchmark
from quotes.models import Quote

STEPS = ("build", "search", "compare")


class Command(BaseCommand):
    help = "Measure the search on a made-up archive, in a directory that is thrown away."

    def add_arguments(self, parser):
        parser.add_argument("subject", choices=["search"])
        parser.add_argument("--quotes", type=int, default=100_000, help="default: %(default)s")
        parser.add_argument("--queries", type=int, default=100, help="of each class; default: %(default)s")
        parser.add_argument("--inside", choices=STEPS, help="one step, in this archive (build: an empty one)")

    def handle(self, *, quotes, queries, inside, **options):
        if quotes < 1 or queries < 1:
            raise CommandError("--quotes and --queries must be at least 1.")
        if inside:
            self.measure(inside, quotes, queries)
            return
        with TemporaryDirectory(prefix="quote-archive-benchmark-") as folder:
            for step in STEPS:
                self.in_an_archive_of_its_own(Path(folder), step, quotes, queries)

    def in_an_archive_of_its_own(self, folder, step, quotes, queries):
        """Settings are read when a process starts, so another process gets other ones."""
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "benchmark", "search"]
        database = f"sqlite:///{folder / 'archive.sqlite3'}"
        own = {
            "ARCHIVE_DATA": str(folder),
            "DATABASE_URL": database,
            "DEBUG": "off",
            "INDEX_FOLLOWS": "never",
        }
        options = [f"--inside={step}", f"--quotes={quotes}", f"--queries={queries}"]
        done = subprocess.run([*command, *options], env=os.environ | own, check=False)  # noqa: S603 -- itself
        if done.returncode:
            raise CommandError("The benchmark failed: see above.")

    def measure(self, step, quotes, queries):
        benchmark = Benchmark(quotes, queries, self.say)
        if step == "build":
            call_command("migrate", verbosity=0)
            if Quote.objects.exists():
                raise CommandError("This archive is not empty: run the benchmark without --inside.")
        getattr(benchmark, step)()

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()
