"""Annotated articles (JSON lines) beside what the engine sees in them.

One article a line: ``text`` and ``quotes``, each with ``kind``, ``quoted`` (the marked segments as
``[start, end]``), ``speaker_mention`` (``start``, ``end``), ``speaker`` (a name) and ``speaker_type``.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..document import Document, Paragraph
from ..features import Scene, make_scene
from ..language import Language

Annotation = dict[str, Any]


@dataclass(slots=True)
class Example:
    """One article; ``gold`` maps the passages that somebody said to their annotation."""

    scene: Scene
    annotations: list[Annotation]
    gold: dict[int, Annotation]


def read_examples(path: Path, language: Language) -> Iterator[Example]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield example(json.loads(line), language)


def example(data: dict[str, Any], language: Language) -> Example:
    scene = make_scene(Document(paragraphs_of(data["text"])), language)
    return Example(scene, data["quotes"], match_passages(scene, data["quotes"]))


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The lines of a text that are not empty."""
    found, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(line, start=position))
        position += len(line) + 1
    return tuple(found)


def match_passages(scene: Scene, annotations: Iterable[Annotation]) -> dict[int, Annotation]:
    """The passages that overlap an annotated segment by more than half of both."""
    segments = [
        (start, end, annotation)
        for annotation in annotations
        if annotation["kind"] != "indirect"
        for start, end in annotation["quoted"]
    ]
    gold = {}
    for number in scene.tokens:
        passage = scene.passages[number]
        for start, end, annotation in segments:
            common = min(end, passage.end) - max(start, passage.start)
            if common > 0.5 * max(end - start - 2, passage.end - passage.start):
                gold[number] = annotation
    return gold


def right_candidates(scene: Scene, indexes: list[int], span: dict[str, int]) -> list[int]:
    """Places in ``indexes`` of the mentions that are the annotated one (the best overlap and near it)."""
    overlaps = []
    for place, index in enumerate(indexes):
        mention = scene.mentions[index]
        common = min(mention.end, span["end"]) - max(mention.start, span["start"])
        if common > 0 and mention.end - mention.start <= 2 * (span["end"] - span["start"]) + 40:
            whole = max(mention.end, span["end"]) - min(mention.start, span["start"])
            overlaps.append((common / whole, place))
    best = max(overlaps, default=(0.0, 0))[0]
    return [place for overlap, place in overlaps if overlap >= 0.7 * best]
