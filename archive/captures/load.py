"""What was kept, given back as it came, or an error: a capture never changes unnoticed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from archive.errors import CaptureError
from archive.models import Capture
from archive.scrapers.base import Page

from . import files, records
from .keep import sha256


def load(capture: Capture) -> Page:
    """The page as it was captured; raises ``CaptureError`` unless it still has its digest."""
    with readable(files.root() / capture.warc) as stream:
        content = records.payload(stream, capture.record_id)
    if content is None or sha256(content) != capture.sha256:
        raise CaptureError(
            f"{capture.warc} no longer holds what was captured from {capture.url}: restore it from a backup."
        )
    return Page(content, capture.url, capture.headers)


def verify(capture: Capture) -> None:
    """Check the capture and each record of its files; raises ``CaptureError`` that names what fails."""
    load(capture)
    for path in [files.root() / capture.warc, *files.sightings(capture)]:
        with readable(path) as stream:
            records.check(stream)


@contextmanager
def readable(path: Path) -> Iterator[BinaryIO]:
    """The file, opened; raises ``CaptureError`` for whatever damage is found while it is read."""
    try:
        with path.open("rb") as stream:
            yield stream
    except (OSError, *records.DAMAGE) as error:
        name = path.relative_to(files.root())
        raise CaptureError(f"{name} cannot be read ({error}): restore it from a backup.") from error
