"""Which paragraphs are data and not prose: thousands of marks with hardly a word between two of them."""

import re
from collections.abc import Sequence

from .document import Paragraph

MANY = 10_000
PITCH = 8


def crowded(paragraphs: Sequence[Paragraph], marks: re.Pattern[str]) -> frozenset[int]:
    """Paragraphs (indexes) with a mark in every eight characters, if an article has ten thousand of these.

    Nobody speaks in them, and every passage would cost as much as a sentence.
    """
    if sum(len(paragraph.text) for paragraph in paragraphs) <= MANY:
        return frozenset()
    counts = ((index, len(marks.findall(one.text)), len(one.text)) for index, one in enumerate(paragraphs))
    dense = {index: count for index, count, length in counts if count > 1 and count * PITCH > length}
    return frozenset(dense) if sum(dense.values()) > MANY else frozenset()
