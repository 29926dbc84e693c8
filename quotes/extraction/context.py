"""The words around a quote: sentences of the article, word for word."""

import re

from .quotation import Span
from .scene import Scene

LONGEST = 100
WORD = re.compile(r"\w")


def span_of(scene: Scene, start: int, end: int, paragraph: int) -> Span | None:
    """The article's words at these offsets without blanks at the ends; ``None`` if nothing is left."""
    source = scene.document.paragraphs[paragraph]
    text = source.text[start - source.start : end - source.start]
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    return Span(start + left, start + right, text[left:right]) if left < right else None


def before(scene: Scene, token: int) -> Span | None:
    """The sentence in front of the one that holds this token, or what stands in front within it."""
    sentence = scene.outline.sentence[token]
    first = scene.outline.sentences[sentence][0]
    if token > first:
        return sentence_span(scene, sentence, last=token)
    return sentence_span(scene, sentence - 1) if sentence > 0 else None


def after(scene: Scene, token: int) -> Span | None:
    """The rest of the sentence after this token, or the next sentence."""
    sentence = scene.outline.sentence[token]
    last = scene.outline.sentences[sentence][1]
    rest = sentence_span(scene, sentence, first=token + 1) if token + 1 < last else None
    if rest and WORD.search(rest.text):
        return rest
    return sentence_span(scene, sentence + 1) if sentence + 1 < len(scene.outline.sentences) else None


def sentence_span(
    scene: Scene, sentence: int, first: int | None = None, last: int | None = None
) -> Span | None:
    """A sentence, or its tokens ``first <= t < last`` only."""
    outline = scene.outline
    begin, end = outline.sentences[sentence]
    begin, end = begin if first is None else first, end if last is None else last
    if last is None:
        end = min(end, begin + LONGEST)
    begin = max(begin, end - LONGEST)
    if begin >= end:
        return None
    paragraph = outline.paragraph_of_sentence[sentence]
    return span_of(scene, outline.starts[begin], outline.ends[end - 1], paragraph)
