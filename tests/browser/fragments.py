"""The share of the text directives on the quotes' pages that Chromium follows in the archived pages:
``python -m tests.browser.fragments PAGES.jsonl``, a line a saved page: ``id``, ``url`` and ``html_path``.

Each page goes through the archive's own pipeline into an archive that is thrown away. Nothing is fetched.
"""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote

import django
from django.test.utils import setup_databases, teardown_databases

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from playwright.sync_api import Browser, sync_playwright  # noqa: E402 -- models need the settings

from archive.captures import load  # noqa: E402
from archive.errors import ArchiveError  # noqa: E402
from archive.models import Article  # noqa: E402
from archive.scrapers.encoding import decode  # noqa: E402
from quotes.adding import add_file  # noqa: E402
from quotes.inspection_inputs import from_record, lines_of, record_of  # noqa: E402
from quotes.source_links import text_directive  # noqa: E402
from quotes.text_fragments.page import folded  # noqa: E402
from tests.browser import chromium  # noqa: E402
from tests.browser.landing import landing, served  # noqa: E402

START = "#:~:text="


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as it is archived; the directive of each quote in it, ``""`` where the archive gives none."""

    name: str
    content: str
    directives: tuple[str, ...]


def main() -> None:
    program = chromium.program()
    if program is None:
        sys.exit("This needs Chromium: install Debian's package chromium.")
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # not a line a request
    with scratch_archive():
        pages = list(saved_pages(sys.argv[1]))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.ARGUMENTS)
        for line in report(browser, pages):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        browser.close()


@contextmanager
def scratch_archive() -> Iterator[None]:
    made = setup_databases(verbosity=0, interactive=False)
    try:
        yield
    finally:
        teardown_databases(made, verbosity=0)


def saved_pages(source: str) -> Iterator[SavedPage]:
    for line, folder in lines_of(source, sys.stdin.buffer):
        record = record_of(line)
        page = from_record(record, folder).page
        try:
            added = add_file(page.content, name="page.html", url=page.url, supplied_by="Text fragments")
        except ArchiveError as error:
            sys.stderr.write(f"{record['id']}: {error}\n")
        else:
            yield saved_page(str(record["id"]), added.article)


def saved_page(name: str, article: Article) -> SavedPage:
    """The newest capture."""
    page = load(article.captures.latest("pk"))
    occurrences = article.occurrences.filter(removed_at=None)
    directives = tuple(text_directive(occurrence) for occurrence in occurrences)
    return SavedPage(name, decode(page.content, page.headers), directives)


def not_found(browser: Browser, page: SavedPage, address: str) -> Iterator[str]:
    """Where the browser stays at the top, or lands where neither end of the words is in its window."""
    for directive in filter(None, page.directives):
        landed = landing(browser, address + directive)
        view = folded(landed.text)
        if not landed.depth or not any(end in view for end in ends(directive)):
            yield directive


def ends(directive: str) -> list[str]:
    """The first and the last words of the passage, as the browser compares them."""
    parts = directive.removeprefix(START).split(",")
    return [folded(unquote(part)) for part in parts if not part.startswith("-") and not part.endswith("-")]


def report(browser: Browser, pages: list[SavedPage]) -> Iterator[str]:
    """A line a page, with those that were not found below it, and the whole."""
    given, lost = 0, 0
    with served(page.content for page in pages) as addresses:
        for page, address in zip(pages, addresses, strict=True):
            number, missed = sum(map(bool, page.directives)), list(not_found(browser, page, address))
            given, lost = given + number, lost + len(missed)
            without = len(page.directives) - number
            yield f"{page.name}: {number - len(missed)} of {number} found, {without} quotes without one"
            yield from (f"    not found: {unquote(directive)}" for directive in missed)
    share = (given - lost) / given if given else 0
    yield f"{len(pages)} pages: {given - lost} of {given} directives found, {share:.1%}"


if __name__ == "__main__":
    main()
