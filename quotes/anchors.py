"""Where the words of an occurrence stand in another text of its article."""

from collections.abc import Iterator
from copy import copy

from archive.models import Reading

from .models import Occurrence

Segments = list[list[int]]
MOST_PLACES = 50  # looked at
AROUND = 64


def anchored(occurrence: Occurrence, text: str) -> Segments | None:
    """The segments' offsets in this text, between the same marks; of several places the most alike one."""
    words = words_of(occurrence)
    before, after = occurrence.prefix[-1:], occurrence.suffix[:1]
    starts = (start + len(before) for start in places(before + words[0], text))
    found = [segments for start in starts if (segments := followed(words, text, start))]
    fitting = [segments for segments in found if text.startswith(after, segments[-1][1])]
    return max(fitting, key=lambda segments: alike(occurrence.prefix, text, segments[0][0]), default=None)


def words_of(occurrence: Occurrence) -> list[str]:
    """The words of each segment: ``exact`` joins them by one space."""
    words, start = [], 0
    for length in (end - start for start, end in occurrence.segments):
        words.append(occurrence.exact[start : start + length])
        start += length + 1
    return words


def places(words: str, text: str) -> Iterator[int]:
    """Where these words stand in the text, the first of them."""
    start = text.find(words)
    for _ in range(MOST_PLACES):
        if start < 0:
            return
        yield start
        start = text.find(words, start + 1)


def followed(words: list[str], text: str, start: int) -> Segments | None:
    """The words one after the other, the first at ``start``; None where one is missing."""
    segments: Segments = []
    for each in words:
        start = text.find(each, start)
        if start < 0:
            return None
        segments.append([start, start + len(each)])
        start += len(each)
    return segments


def alike(prefix: str, text: str, start: int) -> int:
    """How many characters before ``start`` are those at the end of the prefix."""
    pairs = zip(reversed(prefix), reversed(text[max(0, start - AROUND) : start]), strict=False)
    return next((count for count, (one, other) in enumerate(pairs) if one != other), AROUND)


def shown_in(reading: Reading, occurrence: Occurrence) -> Occurrence | None:
    """The occurrence as this reading prints it, to be shown, never saved; None where it does not stand."""
    if occurrence.reading_id == reading.pk:
        return occurrence
    segments = None if occurrence.removed_at else anchored(occurrence, reading.text)
    if segments is None:
        return None
    shown = copy(occurrence)
    shown.segments, shown.repeats, shown.start = segments, [], segments[0][0]
    return shown
