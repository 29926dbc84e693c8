"""Add any article of the web to the archive."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from archive.errors import ArchiveError
from archive.models.capture import COMMAND
from quotes.adding import LARGEST, Added, add_file, add_url


class Command(BaseCommand):
    help = "Add a web page by its address, or a saved page or text, with its quotes."

    def add_arguments(self, parser) -> None:
        parser.add_argument("source", metavar="URL|FILE")
        parser.add_argument("--url", default="", help="the address that a file was saved from")
        parser.add_argument(
            "--supplied-by",
            default=COMMAND,
            help="who hands in the file, as readers see it (default: %(default)s)",
        )

    def handle(self, source: str, **options) -> None:
        try:
            added = self.add(source, **options)
        except ArchiveError as error:
            raise CommandError(f"{error} {error.advice}".rstrip()) from error
        except OSError as error:
            raise CommandError(
                f"{source} cannot be read ({error.strerror}): give a file, or an address that starts with https://."
            ) from error
        self.stdout.write(added.summary)

    def add(self, source: str, url: str, supplied_by: str, **_) -> Added:
        if "://" in source:
            return add_url(source)
        path = Path(source)
        return add_file(content_of(path), name=path.name, url=url, supplied_by=supplied_by)


def content_of(path: Path) -> bytes:
    """Of a file that may have no end."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise CommandError(f"{path} is larger than 20 MB: save the page without its pictures.")
    return content
