"""``manage.py benchmark``: how fast the archive collects, searches and shows its pages, on made-up ones."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from quotes.benchmark.collecting import Collecting, work
from quotes.benchmark.curators import Curators
from quotes.benchmark.errors import BenchmarkError
from quotes.benchmark.extraction import Extracting, TextsError
from quotes.benchmark.pages import Pages
from quotes.benchmark.report import Benchmark
from quotes.extraction import default_engine
from quotes.models import Quote

# What is measured, in steps: each a process of its own, one after the other in the same archive.
STEPS = {
    "search": ("build", "search", "grow", "compare"),
    "collect": ("collect",),
    "pages": ("demo", "pages"),
    "admin": ("fill", "admin"),
    "extraction": (),
}
INSIDE = ("build", "search", "grow", "compare", "collect", "work", "demo", "pages", "fill", "admin")
FILLING = ("build", "demo", "fill")
FILLED = "filled"  # a file that tells that filling came to its end
NUMBERS = {
    "quotes": (100_000, "of the archive that is searched or curated"),
    "queries": (100, "of each class"),
    "articles": (1000, "that are collected (10,000 at most) or read"),
    "workers": (2, "that collect at once"),
}

COMPARED_WITH = "BENCHMARK_POSTGRES"  # for the processes of the steps
POSTGRES = ("postgres://", "postgresql://")


class Command(BaseCommand):
    help = "Measure on a made-up archive, in a directory that is thrown away."

    def add_arguments(self, parser):
        parser.add_argument("subject", choices=list(STEPS))
        for name, (default, what) in NUMBERS.items():
            parser.add_argument(f"--{name}", type=int, default=default, help=f"{what}; default: %(default)s")
        parser.add_argument("--texts", type=Path, metavar="FILE", help="extraction: articles, JSON lines")
        parser.add_argument(
            "--only", default="", metavar="NAME", help="admin: the pages with this in their name"
        )
        parser.add_argument(
            "--keep", type=Path, metavar="DIR", help="keep the archive there; measure the one that is there"
        )
        parser.add_argument(
            "--postgres",
            default="",
            metavar="URL",
            help="search: a PostgreSQL database to compare with; default: DATABASE_URL, if it is one",
        )
        parser.add_argument("--inside", choices=INSIDE, help="one step, in this archive (an empty one)")

    def handle(self, *, subject, inside, **options):
        self.postgres = postgres_compared(options["postgres"])
        numbers = {name: options[name] for name in NUMBERS}
        if min(numbers.values()) < 1:
            raise CommandError("All numbers must be at least 1.")
        if subject == "extraction":
            self.measure_extraction(numbers["articles"], options["texts"])
        elif inside:
            self.measure(inside, only=options["only"], **numbers)
        elif options["keep"]:
            self.measure_kept(options["keep"].resolve(), subject, numbers, options["only"])
        else:
            with TemporaryDirectory(prefix="quote-archive-benchmark-") as folder:
                for step in STEPS[subject]:
                    self.in_an_archive_of_its_own(Path(folder), subject, step, numbers, options["only"])

    def measure_kept(self, folder, subject, numbers, only):
        """Filling takes minutes: an archive that was filled before is only measured."""
        if not set(STEPS[subject]) & set(FILLING):
            raise CommandError(f"--keep is of no use here: “{subject}” makes its archive while it measures.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"{folder} cannot be made ({error.strerror}): name another folder.") from error
        is_filled = is_filled_for(subject, folder)
        for step in STEPS[subject]:
            if step not in FILLING:
                self.in_an_archive_of_its_own(folder, subject, step, numbers, only)
            elif not is_filled:
                self.in_an_archive_of_its_own(folder, subject, step, numbers, only)
                (folder / FILLED).write_text(f"{subject}: {numbers['quotes']} quotes\n")

    def measure_extraction(self, articles, texts):
        """Nothing is stored, so no archive is needed."""
        try:
            Extracting(default_engine(), articles, texts, self.say).measure()
        except TextsError as error:
            raise CommandError(str(error)) from error

    def in_an_archive_of_its_own(self, folder, subject, step, numbers, only):
        """Settings are read when a process starts, so another process gets other ones."""
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "benchmark", subject]
        database = f"sqlite:///{folder / 'archive.sqlite3'}"
        own = {"ARCHIVE_DATA": str(folder), "DATABASE_URL": database, "DEBUG": "off"}
        own[COMPARED_WITH] = self.postgres  # not among the arguments, which all users of the machine can read
        own["INDEX_FOLLOWS"] = "background" if subject == "collect" else "never"
        options = [
            f"--inside={step}",
            f"--only={only}",
            *(f"--{name}={number}" for name, number in numbers.items()),
        ]
        done = subprocess.run([*command, *options], env=os.environ | own, check=False)  # noqa: S603 -- itself
        if done.returncode:
            raise CommandError("The benchmark failed: see above.")

    def measure(self, step, *, quotes, queries, articles, workers, only):
        if step != "work":  # several at once, in what "collect" has made
            call_command("migrate", verbosity=0)  # a kept archive may be older than the program
        if step in ("build", "collect", "demo", "fill") and Quote.objects.exists():
            raise CommandError("This archive is not empty: run the benchmark without --inside.")
        searching = Benchmark(quotes, queries, self.say, self.postgres) if step in STEPS["search"] else None
        steps = {
            "work": lambda: work(self.say),
            "collect": Collecting(articles, workers, self.say).measure,
            "demo": Pages(self.say).build,
            "pages": Pages(self.say).measure,
            "fill": Curators(quotes, only, self.say).fill,
            "admin": Curators(quotes, only, self.say).measure,
        }
        try:
            (getattr(searching, step) if searching else steps[step])()
        except BenchmarkError as error:
            raise CommandError(str(error)) from error

    def say(self, line):
        self.stdout.write(line)
        self.stdout.flush()


def is_filled_for(subject: str, folder: Path) -> bool:
    """Whether it holds such an archive, or nothing yet; refuses anything else."""
    if not any(folder.iterdir()):
        return False
    mark = folder / FILLED
    if not mark.exists():
        raise CommandError(f"{folder} holds no filled archive: delete it, or name another place.")
    filled_for = mark.read_text().partition(":")[0]
    if filled_for != subject:
        raise CommandError(f"{folder} was filled for “{filled_for}”: name another place.")
    return True


def postgres_compared(given: str) -> str:
    """The database that was asked for, else the archive's own one where it is PostgreSQL, else ``""``."""
    if given and not given.startswith(POSTGRES):
        raise CommandError("--postgres takes an address: postgres://user:password@host/name.")
    usual = os.environ.get(COMPARED_WITH, os.environ.get("DATABASE_URL", ""))
    return given or (usual if usual.startswith(POSTGRES) else "")
