"""Words that may not be shown any more, found and hidden wherever a text prints them. Pure."""

import re
from collections.abc import Iterable, Iterator

SHOWN_INSTEAD = "[withdrawn]"
HIDDEN = "\ue000"  # stands for one hidden character: offsets in the text stay what they were
RUN = 5  # so many words in a row are taken for the withheld ones, wherever a piece of them begins
WORD = re.compile(r"\w+")
SENTENCE_END = re.compile(r"[.!?;:…][\s”’\"')]")

Phrases = dict[int, set[tuple[str, ...]]]


def masked(text: str, withheld: Iterable[str]) -> str:
    """The text as it may be shown; what is withheld is replaced by ``SHOWN_INSTEAD``."""
    return collapsed(covered(text, withheld))


def covered(text: str, withheld: Iterable[str]) -> str:
    """The text with every withheld character replaced by ``HIDDEN``: of the same length."""
    phrases = phrases_of(withheld)
    if not phrases:
        return text
    for start, end in ranges(text, phrases):
        text = text[:start] + HIDDEN * (end - start) + text[end:]
    return text


def collapsed(text: str) -> str:
    return re.sub(f"{HIDDEN}+", SHOWN_INSTEAD, text) if HIDDEN in text else text


def hides(text: str, withheld: Iterable[str]) -> bool:
    """Does the text print any of it?"""
    return any(True for _ in ranges(text, phrases_of(withheld)))


def phrases_of(withheld: Iterable[str]) -> Phrases:
    """What to look for, by number of words: short passages and sentences whole, long ones run by run."""
    found: Phrases = {}
    for passage in withheld:
        for part in (passage, *sentences(passage)):
            words = tuple(match[0].casefold() for match in WORD.finditer(part))
            size = min(len(words), RUN)
            if size > 1 or (size and part == passage):
                runs = {words[i : i + size] for i in range(len(words) - size + 1)}
                found.setdefault(size, set()).update(runs)
    return found


def sentences(passage: str) -> list[str]:
    return SENTENCE_END.split(passage)


def ranges(text: str, phrases: Phrases) -> Iterator[tuple[int, int]]:
    """``(start, end)`` of the withheld characters, rising; runs that touch are one."""
    tokens = [(match.start(), match.end(), match[0].casefold()) for match in WORD.finditer(text)]
    hidden = [False] * len(tokens)
    for size, runs in phrases.items():
        for first in range(len(tokens) - size + 1):
            if tuple(word for _, _, word in tokens[first : first + size]) in runs:
                hidden[first : first + size] = [True] * size
    first_hidden = None
    for place, (start, _, _) in enumerate(tokens):
        if hidden[place] and first_hidden is None:
            first_hidden = start
        if hidden[place] and not any(hidden[place + 1 : place + 2]):
            yield first_hidden or 0, tokens[place][1]
            first_hidden = None
