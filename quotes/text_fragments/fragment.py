"""The directive for a passage: the shortest that a browser would follow to this place and no other."""

import re
from collections.abc import Iterator

from .directive import Fragment
from .page import FoldedPage, folded
from .visible import collapsed

LONGEST_EXACT = 120  # characters; a longer passage is given by its first and last words
FEWEST_WORDS, MOST_WORDS = 3, 12
MOST_CONTEXT = 8  # words before or behind, where the passage alone is ambiguous
WORD = re.compile(r"\S+")


def fragment_for(blocks: list[str], segments: list[str], prefix: str = "") -> str:
    """The checked directive for a passage, or ``""`` where none would find it.

    ``blocks`` are those of the archived page, ``segments`` the quoted words in order, ``prefix`` what
    stands before them (it tells the place apart from others with the same words).
    """
    page = FoldedPage(blocks)
    place = page.passage(segments, prefix) if all(map(folded, segments)) else None
    if place is None:
        return ""
    for fragment in candidates(page, segments, place):
        if page.match(fragment) == place:
            return str(fragment)
    return ""


def candidates(page: FoldedPage, segments: list[str], place: tuple[int, int]) -> Iterator[Fragment]:
    """First what needs no context, then with growing context on either side."""
    forms = list(plain_forms([collapsed(segment) for segment in segments]))
    yield from forms
    before, behind = page.printed[: place[0]].strip(), page.printed[place[1] :].strip()
    for number in range(1, MOST_CONTEXT + 1):
        near = tail(before.rpartition("\n")[2], number)
        after = head(behind.partition("\n")[0], number)
        for form in forms:
            yield Fragment(form.start, form.end, prefix=near)
            yield Fragment(form.start, form.end, suffix=after)
            yield Fragment(form.start, form.end, prefix=near, suffix=after)


def plain_forms(segments: list[str]) -> Iterator[Fragment]:
    """The whole words where they are short, else first and last words, from few to many."""
    first, last = segments[0], segments[-1]
    whole = len(segments) == 1
    if whole and len(first) <= LONGEST_EXACT:
        yield Fragment(first)
    for number in (*range(FEWEST_WORDS, MOST_WORDS + 1), *range(FEWEST_WORDS - 1, 0, -1)):
        start, end = head(first, number), tail(last, number)
        if not whole or len(start) + len(end) < len(first):
            yield Fragment(start, end)
    if whole and len(first) > LONGEST_EXACT:
        yield Fragment(first)


def head(words: str, number: int) -> str:
    found = list(WORD.finditer(words))[:number]
    return words[: found[-1].end()] if found else ""


def tail(words: str, number: int) -> str:
    found = list(WORD.finditer(words))[-number:]
    return words[found[0].start() :] if found else ""
