"""Begin a publisher's scraper: module, page skeleton and expectation, to be filled in."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from archive.addresses import host_of
from archive.errors import AddressError, ArchiveError
from archive.fetch import HostTable, fetch
from archive.limits import MEGABYTES, SECONDS
from archive.sandbox import run_limited
from archive.scrapers import Page, ScraperError
from archive.scrapers.drafting import Draft, draft_of

MODULES = Path("archive/scrapers/publishers")
PAGES = Path("tests/archive/scrapers/publishers/pages")


class Command(BaseCommand):
    help = "Write a first draft of a publisher's scraper after one of its articles, without a word of it."

    def add_arguments(self, parser) -> None:
        parser.add_argument("host", help="of the publisher's pages, without www.: example.org")
        parser.add_argument(
            "--from",
            dest="source",
            metavar="URL|FILE",
            required=True,
            help="one of its articles, or a saved one",
        )

    def handle(self, host: str, source: str, **_) -> None:
        try:
            host = publisher_at(host)
            draft = run_limited(
                draft_of,
                host,
                page_at(source),
                f"{timezone.localdate()}",
                seconds=SECONDS,
                megabytes=MEGABYTES,
            )
        except (ArchiveError, ScraperError) as error:
            raise CommandError(str(error)) from error
        for path, text in files_of(draft).items():
            self.write(Path(settings.BASE_DIR) / path, text)
        self.explain(draft)

    def write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as new:
                new.write(text)
        except FileExistsError as error:
            raise CommandError(f"{path} exists: edit it, or remove it first.") from error
        self.stdout.write(f"{path.relative_to(settings.BASE_DIR)} written.")

    def explain(self, draft: Draft) -> None:
        for name, css in draft.css.items():
            self.stdout.write(f"  {name} = {css or 'not found: fill it in'}")
        self.stdout.write(
            "Check the selectors, and that the expectation is what a person would read on the page; then run "
            f'make test ARGS="-k {draft.names.class_name}"'
        )


def publisher_at(host: str) -> str:
    """The host, also where the address of a page is given; raises ``AddressError`` where it is none."""
    found = host_of(host if "://" in host else f"https://{host}/")
    if "." not in found:
        raise AddressError(f"{host} is no host of the web: give the publisher's, as example.org")
    return found


def page_at(source: str) -> Page:
    """The page at an address, or in a file."""
    if "://" not in source:
        return Page(content_of(Path(source)))
    response = fetch(source, politeness=HostTable())
    return Page(response.content, response.url, response.headers)


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(
            f"{path} cannot be read ({error.strerror}): name a file, or an address."
        ) from error


def files_of(draft: Draft) -> dict[Path, str]:
    names = draft.names
    return {
        MODULES / f"{names.module}.py": draft.module,
        PAGES / f"{names.class_name}.html": draft.page,
        PAGES / f"{names.class_name}.json": draft.expectation,
    }
