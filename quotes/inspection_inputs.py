"""The documents that ``inspect`` is given: a file, an address, standard input, or a line of JSON each."""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from archive.errors import ArchiveError
from archive.fetch import fetch
from archive.scrapers import Generic, Page, Parsed, Plain, Scraper, ScraperError, scraper_for
from quotes.errors import QuoteError

GZIP = b"\x1f\x8b"
MAX_BYTES = 50_000_000
WEB = ("http://", "https://")


class InputError(QuoteError):
    """A document that cannot be got at; the message is one sentence for the person who asked."""


# What is a fault of the document or of its whereabouts, not of ours.
INPUT_ERRORS = (InputError, ArchiveError, ScraperError)


@dataclass(frozen=True)
class Input:
    """One document: its bytes with its address, and whether they are plain text."""

    page: Page
    is_text: bool = False

    def parsed(self, *, generic: bool = False) -> Parsed:
        """The article in it; raises ``ScraperError``."""
        return self.scraper(generic=generic).parse(self.page)

    def scraper(self, *, generic: bool) -> Scraper:
        if self.is_text:
            return Plain()
        return Generic() if generic else scraper_for(self.page.url)


def from_source(source: str, stdin: BinaryIO, *, url: str = "", is_text: bool = False) -> Input:
    """The document at an address, in a file, or (``-``) on standard input."""
    if source.startswith(WEB):
        response = fetch(source)
        return Input(Page(response.content, response.url, response.headers), is_text)
    content = within_limits(stdin) if source == "-" else content_of(Path(source))
    return Input(Page(unpacked(content), url), is_text)


def content_of(path: Path) -> bytes:
    """Of a file; raises ``InputError``."""
    try:
        with path.open("rb") as file:
            return within_limits(file)
    except OSError as error:
        raise unreadable(path, error) from error


def within_limits(file: BinaryIO) -> bytes:
    """All of it, also of one that has no end; raises ``InputError`` beyond 50 MB."""
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise InputError(f"The file holds more than {MAX_BYTES:,} bytes: save the page without its pictures.")
    return content


def unreadable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path} cannot be read ({error.strerror}): name a file, or an address with https://.")


def lines_of(source: str, stdin: BinaryIO) -> Iterator[tuple[bytes, Path]]:
    """The lines that are not blank, each with the folder that its paths are relative to."""
    if source == "-":
        yield from ((line, Path()) for line in stdin if line.strip())
        return
    path = Path(source)
    try:
        with path.open("rb") as lines:
            yield from ((line, path.parent) for line in lines if line.strip())
    except OSError as error:
        raise unreadable(path, error) from error


def record_of(line: bytes) -> dict[str, Any]:
    """The JSON object on this line; raises ``InputError``."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"This line is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError("This line is JSON, but not an object.")
    return record


def from_record(record: dict[str, Any], folder: Path) -> Input:
    """The document that a line names or holds: ``text``, ``html`` or ``html_path``, and ``url``."""
    url = str(record.get("url") or "")
    for key, is_text in (("text", True), ("html", False)):
        if isinstance(record.get(key), str):
            return Input(Page(record[key].encode("utf-8", "replace"), url), is_text)
    if not isinstance(record.get("html_path"), str):
        raise InputError('The line has none of "text", "html" and "html_path".')
    return Input(Page(unpacked(content_of(folder / record["html_path"])), url))


def unpacked(content: bytes) -> bytes:
    """The bytes themselves, of a gzipped file those within; raises ``InputError`` beyond 50 MB."""
    if not content.startswith(GZIP):
        return content
    try:
        with gzip.GzipFile(fileobj=BytesIO(content)) as packed:
            inner = packed.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"The file is gzipped, but damaged: {error}") from error
    if len(inner) > MAX_BYTES:
        raise InputError(f"The gzipped file holds more than {MAX_BYTES:,} bytes.")
    return inner
