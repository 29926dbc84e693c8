"""Files that are there whole or not at all, also after a crash: temporary, synced, renamed, never changed.

One file a capture, ``2026/11/23/<uuid>.warc.gz`` below ``CAPTURES_DIR``; where the source was seen unchanged
later, ``<uuid>.<moment>.warc.gz`` beside it.
"""

import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from archive.errors import CaptureError
from archive.models import Capture

SUFFIX = ".warc.gz"
TEMPORARY = "tmp"
READ_ONLY = 0o444


def root() -> Path:
    return Path(settings.CAPTURES_DIR)


def new_name(moment: datetime) -> str:
    """A name below the captures' directory that no other capture has."""
    return f"{moment:%Y/%m/%d}/{uuid.uuid4()}{SUFFIX}"


def sighting_name(capture: Capture, moment: datetime) -> str:
    """Of the file that says: at this moment the source still had the content of this capture."""
    return capture.warc.removesuffix(SUFFIX) + f".{moment:%Y%m%dT%H%M%S%f}{SUFFIX}"


def sightings(capture: Capture) -> list[Path]:
    """The files that say when the source was seen unchanged, oldest first."""
    first = root() / capture.warc
    return sorted(first.parent.glob(first.name.removesuffix(SUFFIX) + f".*{SUFFIX}"))


def write(name: str, fill: Callable[[BinaryIO], None]) -> None:
    """Fill a new file; then it is on the disk whole, or ``CaptureError`` is raised and nothing is left."""
    target, temporary = root() / name, root() / TEMPORARY / f"{uuid.uuid4()}"
    try:
        _make_folder(temporary.parent)
        _make_folder(target.parent)
        with temporary.open("xb") as out:
            fill(out)
            out.flush()
            os.fchmod(out.fileno(), READ_ONLY)
            os.fsync(out.fileno())
        temporary.rename(target)
        _sync_folder(target.parent)
    except OSError as error:
        remove(target)
        raise CaptureError(
            f"The capture cannot be written below {root()} ({error.strerror}): make room, then try again."
        ) from error
    finally:
        remove(temporary)


def remove(path: Path) -> None:
    """Remove what is no longer wanted; what cannot be removed is left to ``sweep``."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def sweep(older_than: float = 3600.0) -> int:
    """Remove the unfinished files that killed workers left, older than so many seconds; their number."""
    latest = time.time() - older_than
    left = [path for path in (root() / TEMPORARY).glob("*") if _changed_before(path, latest)]
    for path in left:
        remove(path)
    return len(left)


def _changed_before(path: Path, moment: float) -> bool:
    try:
        return path.stat().st_mtime < moment
    except FileNotFoundError:  # its worker has just finished it
        return False


def strays() -> Iterator[Path]:
    """Capture files without a row: written by a worker that was killed before it could tell the database.

    Harmless, as the article was fetched again; after a restored backup they hold what the database forgot. So
    nothing removes them by itself.
    """
    for path in sorted(root().glob(f"*/*/*/*{SUFFIX}")):
        first = f"{path.name.split('.')[0]}{SUFFIX}"
        if not Capture.objects.filter(warc=str((path.parent / first).relative_to(root()))).exists():
            yield path


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Without it a crash could forget the name of a file that is on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
