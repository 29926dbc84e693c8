"""Where two wordings of one utterance differ, word by word. Pure."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

MOST_WORDS = 400  # the comparison takes quadratic time


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both have (``same``), that only the first has (``gone``), or only the second (``new``)."""

    kind: Literal["same", "gone", "new"]
    text: str


def differences(one: str, other: str) -> list[Run]:
    """The runs of words that lead from one wording to the other; empty where they are the same.

    Also empty where the other only prints less: a part of the words is no other wording.
    """
    runs = edits(one, other)
    return [] if is_part(runs) else runs


def edits(one: str, other: str) -> list[Run]:
    """As ``differences``, but words that were cut off or added at an end count too."""
    words, others = one.split(), other.split()
    if list(map(bare, words)) == list(map(bare, others)) or max(len(words), len(others)) > MOST_WORDS:
        return []
    runs: list[Run] = []
    matcher = SequenceMatcher(None, [bare(w) for w in words], [bare(w) for w in others], autojunk=False)
    for operation, i, j, k, m in matcher.get_opcodes():
        if operation == "equal":
            runs.append(Run("same", " ".join(others[k:m])))
            continue
        runs += [Run("gone", " ".join(words[i:j]))] if j > i else []
        runs += [Run("new", " ".join(others[k:m]))] if m > k else []
    return runs


def is_part(runs: list[Run]) -> bool:
    """Is the other wording one stretch of the first?"""
    return [run.kind for run in runs if run.kind != "gone"] == ["same"]


def bare(word: str) -> str:
    """The word without case and the punctuation around it, which house styles change."""
    return word.casefold().replace("’", "'").strip(".,;:!?\"'“”‘…–—-()")
