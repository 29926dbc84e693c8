"""The passage of a quote with its words, cue and mention of the speaker marked: plain data to draw. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.scrapers.base import Paragraph

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that bear the same marks, by name; ``start`` is their offset in the reading."""

    text: str
    start: int
    marks: str


def stretches(paragraphs: Iterable[Paragraph], marks: Mapping[str, Sequence[Span]]) -> list[list[Stretch]]:
    """Each paragraph cut wherever a mark begins or ends; the pieces are its text, letter by letter."""
    return [cut(paragraph, marks) for paragraph in paragraphs]


def cut(paragraph: Paragraph, marks: Mapping[str, Sequence[Span]]) -> list[Stretch]:
    first, last = paragraph.start, paragraph.start + len(paragraph.text)
    edges = {edge for spans in marks.values() for span in spans for edge in span if first < edge < last}
    bounds = sorted({first, last, *edges})
    return [
        Stretch(paragraph.text[start - first : end - first], start, borne(start, marks))
        for start, end in zip(bounds, bounds[1:], strict=False)
    ]


def borne(offset: int, marks: Mapping[str, Sequence[Span]]) -> str:
    return " ".join(
        name for name, spans in marks.items() if any(start <= offset < end for start, end in spans)
    )
