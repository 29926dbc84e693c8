"""Where the reporter's sentences end, with every marked passage folded into one token."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .document import Paragraph

if TYPE_CHECKING:
    from .outline import Outline

ENDS = frozenset(".?!…")
MAY_END = re.compile("[.?!Q]")
SPEECH_TAG = re.compile(r"[HNtD][NtpbR]{0,3}[VT](?!:)")


def add_sentences(
    result: "Outline", index: int, first: int, last: int, paragraphs: Sequence[Paragraph]
) -> None:
    """Cuts one paragraph into sentences: a paragraph without tokens has none."""
    start = first
    text, offset = paragraphs[index].text, paragraphs[index].start
    endings = [found.start() for found in MAY_END.finditer(result.classes, first, max(first, last - 1))]
    for token in endings + [last - 1] * (last > first):
        if token + 1 == last or ends_sentence(result, token, text, offset):
            number = len(result.sentences)
            result.sentences.append((start, token + 1))
            result.paragraph_of_sentence.append(index)
            result.sentence.extend([number] * (token + 1 - start))
            start = token + 1


def ends_sentence(result: "Outline", token: int, text: str, offset: int) -> bool:
    letter, following = result.classes[token], result.classes[token + 1]
    if letter in ".?!":
        return following not in ".?!)"
    if letter != "Q":
        return False
    final = text[result.ends[token] - offset - 1 : result.ends[token] - offset]
    if final not in ENDS or following in ",.;:?!-()C":
        return False
    if not result.words[token + 1][0].isupper() and following != "Q":
        return False
    return final == "." or not speech_tag(result.classes, token + 1)


def speech_tag(classes: str, token: int) -> bool:
    """Do the next words look like ``he asked`` or ``John Smith asked``, and lead in no other words?"""
    return bool(SPEECH_TAG.match(classes, token))
