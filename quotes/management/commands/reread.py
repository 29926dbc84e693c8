"""Read old captures with the scrapers of today."""

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from archive.management.arguments import article_id
from archive.models import Capture
from quotes.rereading import Fate, Reread, reread_all


class Command(BaseCommand):
    help = "Read captures that newer scrapers have not read; keeps the old readings and all decisions."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--outlet", metavar="HOST", help="of this outlet only, as example.org")
        parser.add_argument("--article", type=article_id, metavar="ID", help="of this article only")

    def handle(self, outlet: str | None, article: int | None, **_) -> None:
        captures = Capture.objects.select_related("article__outlet")
        if outlet:
            captures = captures.filter(article__outlet__host=outlet)
        if article is not None:
            captures = captures.filter(article=article)
        if not captures.exists():
            raise CommandError("No capture is of this outlet or article: check what you asked for.")
        self.report(list(tqdm(reread_all(captures), unit=" captures", disable=None)))

    def report(self, done: list[Reread]) -> None:
        failed = [each for each in done if each.reading is None]
        for each in failed:
            self.stderr.write(f"{each.capture}: {each.reason}")
        fate = sum((each.fate for each in done), Fate())
        self.stdout.write(
            f"{len(done) - len(failed)} captures read again. Of their quotes {fate.moved} moved to the new"
            f" readings, {fate.stayed} stayed in the older ones, {fate.dropped} are quotes no more;"
            f" {fate.found} were not known before."
        )
        if failed:
            raise CommandError(f"{len(failed)} captures could not be read; older readings of them stay.")
