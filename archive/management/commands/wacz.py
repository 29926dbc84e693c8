"""Hand captures out as one file that ReplayWeb.page and other web archives open."""

from contextlib import suppress
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from archive.captures import write_wacz
from archive.errors import ArchiveError
from archive.management.arguments import article_id
from archive.models import Capture


class Command(BaseCommand):
    help = "Write captures, with all that proves them, to a WACZ file."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="to be written; must not exist")
        parser.add_argument("--outlet", metavar="HOST", help="of this outlet only, as example.org")
        parser.add_argument(
            "--article", type=article_id, nargs="+", metavar="ID", help="of these articles only"
        )

    def handle(self, *args, file, outlet, article, **options):
        captures = Capture.objects.shown().select_related("article").order_by("pk")
        if outlet:
            captures = captures.filter(article__outlet__host=outlet)
        if article is not None:
            captures = captures.filter(article__in=article)
        if not captures.exists():
            raise CommandError("No capture is of this outlet or article: check what you asked for.")
        self.write(file, captures, f"Quote Archive{f': {outlet}' if outlet else ''}")
        self.stdout.write(f"{captures.count()} captures are in {file}.")

    def write(self, file, captures, title):
        try:
            with file.open("xb") as out:
                write_wacz(captures.iterator(), out, title)
        except FileExistsError as error:
            raise CommandError(f"{file} exists: remove it, or name another file.") from error
        except (ArchiveError, OSError) as error:
            with suppress(OSError):
                file.unlink()
            raise CommandError(str(error)) from error
