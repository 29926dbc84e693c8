"""Where a quote begins and ends, as a person says it: words of the article, found letter by letter. Pure.

A person gives the words as they are printed, a run a line: a new line where the reporter breaks in or a
paragraph ends. Marks around a run are left out.
"""

from collections.abc import Iterator, Sequence

from .errors import BoundaryError

OPENING = ' \t\u00a0“„‟"«‹‘‚'
CLOSING = ' \t\u00a0”"»›'

Span = tuple[int, int]


def segments(text: str, paragraphs: Sequence[Span], words: str, near: int) -> list[list[int]]:
    """The offsets ``[start, end]`` of each line of ``words`` in ``text``, in rising order.

    The first run is the one nearest to ``near``, each further one the first after the one before it. Raises
    ``BoundaryError`` where a run does not stand there word for word, or not within one paragraph.
    """
    found: list[list[int]] = []
    for run in runs(words):
        start = nearest(text, run, near) if not found else text.find(run, found[-1][1])
        if start < 0:
            raise BoundaryError(f"These words do not stand in the article, letter by letter: “{run}”")
        if not any(first <= start and start + len(run) <= last for first, last in paragraphs):
            raise BoundaryError(f"A run ends with its paragraph; begin a new line there: “{run}”")
        found.append([start, start + len(run)])
    if not found:
        raise BoundaryError("Give the words of the quote as they are printed.")
    return found


def runs(words: str) -> Iterator[str]:
    """The lines without the marks around them."""
    for line in words.splitlines():
        bare = line.lstrip(OPENING).rstrip(CLOSING)
        if bare:
            yield bare


def nearest(text: str, run: str, near: int) -> int:
    """Where the run stands nearest to this offset; -1 where it does not stand at all."""
    places, at = [], text.find(run)
    while at >= 0:
        places.append(at)
        at = text.find(run, at + 1)
    return min(places, key=lambda place: abs(place - near), default=-1)
