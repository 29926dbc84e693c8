"""``manage.py index``: brings the search index in step with the database, or makes it anew."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from quotes.search.errors import SearchError
from quotes.search.following import catch_up, follow_forever
from quotes.search.gathering import findable
from quotes.search.upkeep import upkeep

MOST_SHOWN = 20


class Command(BaseCommand):
    help = "Brings the search index in step with the database."

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument(
            "--rebuild", action="store_true", help="make it anew beside the one in use, then swap the two"
        )
        choice.add_argument("--check", action="store_true", help="compare it with the database")
        choice.add_argument("--follow", action="store_true", help="follow every change until interrupted")

    def handle(self, *, rebuild, check, follow, **options):
        action = {rebuild: self.rebuild, check: self.compare, follow: self.follow}.get(True, self.drain)
        try:
            action()
        except SearchError as error:
            raise CommandError(str(error)) from error

    def drain(self):
        self.stdout.write(f"Indexed {catch_up()} quotes that had changed.")

    def rebuild(self):
        with tqdm(total=findable().count(), unit=" quotes", disable=None) as bar:
            count = upkeep().rebuild(lambda _: bar.update())
        self.stdout.write(f"The index was made anew with {count} quotes.")

    def compare(self):
        """Differences, and exit status 1, or a word that there are none."""
        differences = list(upkeep().differences())
        for difference in differences[:MOST_SHOWN]:
            self.stderr.write(difference)
        if differences:
            raise CommandError(
                f"{len(differences)} quotes differ between index and database: run manage.py index --rebuild."
            )
        self.stdout.write(f"Index and database are equal: {findable().count()} quotes.")

    def follow(self):
        self.stdout.write("Following the database. Stop with Ctrl-C.")
        try:
            follow_forever()
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")
