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


class Command(BaseCommand):
    help = "Measure the search on a made-up archive, in a directory that is thrown away."

    def add_arguments(self, parser):
        parser.add_argument("subject", choices=["search"])
        parser.add_argument("--quotes", type=int, default=100_000, help="default: %(default)s")
        parser.add_argument("--queries", type=int, default=100, help="of each class; default: %(default)s")
        parser.add_argument("--inside", action="store_true", help="in this very archive, which must be empty")

    def handle(self, *, quotes, queries, inside, **options):
        if quotes < 1 or queries < 1:
            raise CommandError("--quotes and --queries must be at least 1.")
        if inside:
            self.measure(quotes, queries)
            return
        with TemporaryDirectory(prefix="quote-archive-benchmark-") as folder:
            self.in_an_archive_of_its_own(Path(folder), quotes, queries)

    def in_an_archive_of_its_own(self, folder, quotes, queries):
        """Settings are read when a process starts, so another process gets other ones."""
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "benchmark", "search", "--inside"]
        database = f"sqlite:///{folder / 'archive.sqlite3'}"
        own = {
            "ARCHIVE_DATA": str(folder),
            "DATABASE_URL": database,
            "DEBUG": "off",
            "INDEX_FOLLOWS": "never",
        }
        numbers = [f"--quotes={quotes}", f"--queries={queries}"]
        done = subprocess.run([*command, *numbers], env=os.environ | own, check=False)  # noqa: S603 -- itself
        if done.returncode:
            raise CommandError("The benchmark failed: see above.")

    def measure(self, quotes, queries):
        call_command("migrate", verbosity=0)
        if Quote.objects.exists():
            raise CommandError("This archive is not empty: run the benchmark without --inside.")
        Benchmark(quotes, queries, self.say).run()

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()
