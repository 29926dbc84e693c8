"""Proof of the archive: every capture has its digest, every quote stands verbatim in what was read."""

from collections.abc import Iterator

from archive.captures import verify
from archive.errors import CaptureError
from archive.models import Capture

from .errors import VerbatimError
from .models import Occurrence, Quote

Failure = tuple[Capture | Occurrence | Quote, str]


def failures() -> Iterator[Failure]:
    """Each row that is not what the archive promises, and why."""
    yield from broken_captures()
    yield from broken_occurrences()
    yield from broken_quotes()


def broken_captures() -> Iterator[tuple[Capture, str]]:
    """Each capture whose file is missing, torn or other than its digest, and why."""
    for capture in Capture.objects.order_by("pk").iterator():
        try:
            verify(capture)
        except CaptureError as error:
            yield capture, str(error)


def broken_occurrences() -> Iterator[tuple[Occurrence, str]]:
    """Each occurrence whose words or evidence do not stand in its reading at their offsets, and why."""
    occurrences = Occurrence.objects.select_related("reading__capture").order_by("pk")
    for occurrence in occurrences.iterator(chunk_size=500):
        try:
            occurrence.check_verbatim()
        except VerbatimError as error:
            yield occurrence, str(error)
        for name in misplaced_evidence(occurrence):
            yield occurrence, f"Its {name} does not stand at its offsets in the reading."


def misplaced_evidence(occurrence: Occurrence) -> list[str]:
    text = occurrence.reading.text
    spans = occurrence.evidence.items()
    return [name for name, span in spans if text[span["start"] : span["end"]] != span["text"]]


def broken_quotes() -> Iterator[tuple[Quote, str]]:
    """Each quote that no longer has the words of one of its occurrences, unless a person has set them."""
    quotes = Quote.objects.filter(merged_into=None, occurrences__isnull=False).distinct().order_by("pk")
    for quote in quotes.prefetch_related("occurrences").iterator(chunk_size=500):
        printed = {occurrence.exact for occurrence in quote.occurrences.all()}
        if quote.text not in printed and "text" not in quote.locked:
            yield quote, f"{quote.text!r} is not what one of its occurrences prints."
