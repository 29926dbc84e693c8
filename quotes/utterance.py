"""The words of a quote as they are set: in paragraphs, and in runs where the reporter broke in. Pure."""

from collections.abc import Sequence
from typing import Protocol

ELLIPSIS = " […] "
NOTHING_BETWEEN = 4  # characters: marks and the end of a paragraph


class Printing(Protocol):
    """An occurrence: its words, and where they stand in the article."""

    exact: str
    segments: Sequence[Sequence[int]]


def paragraphs(words: str, printing: Printing | None = None, text: str = "") -> list[list[str]]:
    """The paragraphs, each as its runs; ``text`` is the article's, and tells where a paragraph ends.

    A run that goes on in the middle of a sentence is joined to the one before it.
    """
    if printing is None or printing.exact != words:
        return [[set_off(words)]]
    found: list[list[str]] = [[]]
    cursor = 0
    for number, (start, end) in enumerate(printing.segments):
        run = words[cursor : cursor + end - start]
        cursor += end - start + 1
        between = text[printing.segments[number - 1][1] : start] if number else ""
        if "\n" in between:
            found.append([])
        add(found[-1], run)
    return [[*runs[:-1], set_off(runs[-1])] for runs in found]


def add(runs: list[str], run: str) -> None:
    if runs and run[:1].islower():
        runs[-1] = f"{runs[-1]} {run}"
    else:
        runs.append(run)


def set_off(words: str) -> str:
    """Without the comma that only leads on to "she said"."""
    return words.rstrip().removesuffix(",")


def written(words: str, printing: Printing) -> str:
    """In one line, the runs parted as quotations (``one,” “two``), inside the marks that a citation sets."""
    return "” “".join(run for runs in paragraphs(words, printing) for run in runs)


def elided(words: str, printing: Printing) -> str:
    """In one text, letter by letter, with an ellipsis wherever the reporter's words stand between."""
    if printing.exact != words:
        return words
    made, cursor, last = "", 0, None
    for start, end in printing.segments:
        if last is not None:
            made += ELLIPSIS if start - last > NOTHING_BETWEEN else " "
        made += words[cursor : cursor + end - start]
        cursor, last = cursor + end - start + 1, end
    return made
