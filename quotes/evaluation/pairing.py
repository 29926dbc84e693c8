"""Which found passage answers which annotated one."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

ENOUGH = 0.8  # overlap from which two passages are the same one

Span = tuple[int, int]
T = TypeVar("T")


def paired(
    gold: Sequence[T], found: Sequence[T], overlap: Callable[[T, T], float]
) -> dict[int, tuple[int, float]]:
    """One to one, the greatest overlap first: index of gold to (index of found, overlap)."""
    overlaps = ((overlap(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for share, i, j in sorted((each for each in overlaps if each[0] > 0), reverse=True):
        if i not in pairs and j not in used:
            pairs[i] = (j, share)
            used.add(j)
    return pairs


def span_overlap(one: Span, other: Span) -> float:
    """The characters that two spans share, of those from the first to the last of both."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / (max(one[1], other[1]) - min(one[0], other[0]))


def word_overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Dice's coefficient of the words, as often as each occurs."""
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other)) if common else 0.0
