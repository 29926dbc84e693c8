"""Proof of the archive: every capture has its digest, every quote is verbatim in its reading."""

from collections.abc import Iterator

from archive.captures import verify
from archive.errors import CaptureError
from archive.models import Capture

from .errors import VerbatimError
from .models import Occurrence


def broken_captures() -> Iterator[tuple[Capture, str]]:
    """Each capture whose file is missing, torn or other than its digest, and why."""
    for capture in Capture.objects.order_by("pk").iterator():
        try:
            verify(capture)
        except CaptureError as error:
            yield capture, str(error)


def broken_occurrences() -> Iterator[tuple[Occurrence, str]]:
    """Each occurrence whose words do not stand in its reading at its offsets, and why."""
    occurrences = Occurrence.objects.select_related("reading__capture").order_by("pk")
    for occurrence in occurrences.iterator(chunk_size=500):
        try:
            occurrence.check_verbatim()
        except VerbatimError as error:
            yield occurrence, str(error)
