"""Annotated articles (JSON lines) beside what the engine sees in them.

One article a line: ``text`` and ``quotes``, each with ``kind``, ``quoted`` (the marked segments as
``[start, end]``), ``speaker_mention`` (``start``, ``end``), ``speaker`` (a name) and ``speaker_type``.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quotes.extraction.document import Document, Paragraph
from quotes.extraction.language import Language
from quotes.extraction.mention import Mention
from quotes.extraction.names import surname
from quotes.extraction.scene import Previous, Scene, make_scene

Annotation = dict[str, Any]


@dataclass(slots=True)
class Example:
    """One article; ``gold`` maps spoken passages to their annotation, ``turns`` are the speakers."""

    scene: Scene
    annotations: list[Annotation]
    gold: dict[int, Annotation]
    turns: list[Previous] = field(default_factory=list)


def read_examples(path: Path, language: Language) -> Iterator[Example]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield example(json.loads(line), language)


def example(data: dict[str, Any], language: Language) -> Example:
    scene = make_scene(Document(paragraphs_of(data["text"])), language)
    annotations = [a for a in data["quotes"] if not misread(a, language)]
    return Example(scene, annotations, match_passages(scene, data["quotes"]))


def misread(annotation: Annotation, language: Language) -> bool:
    """Is the annotated speaker a verb (a slip of the annotators)?"""
    mention = annotation["speaker_mention"]
    return bool(mention) and mention["text"] in language.saying


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


def right_candidates(scene: Scene, indexes: list[int], annotation: Annotation) -> list[int]:
    """Places in ``indexes`` of the mentions that are the annotated speaker's.

    Annotators mark a name with all that describes it; what counts is the name itself, or the
    phrase that starts where the annotation does.
    """
    span = annotation["speaker_mention"]
    inside = [
        (place, scene.mentions[index])
        for place, index in enumerate(indexes)
        if overlaps(scene.mentions[index], span["start"], span["end"]) and not describes(scene, index)
    ]
    named = [place for place, mention in inside if is_named(mention, annotation)]
    if named or not inside:
        return named
    nearest = min(abs(mention.start - span["start"]) for _, mention in inside)
    first = [(place, mention) for place, mention in inside if abs(mention.start - span["start"]) == nearest]
    longest = max(min(mention.end, span["end"]) - mention.start for _, mention in first)
    return [place for place, mention in first if min(mention.end, span["end"]) - mention.start == longest]


def describes(scene: Scene, index: int) -> bool:
    """Does a name only describe a noun behind it ("England captain Jane Roe", "Roe supporters")?"""
    mention = scene.mentions[index]
    return mention.kind == "name" and scene.outline.classes[mention.last : mention.last + 1] in (
        "x",
        "p",
        "b",
    )


def overlaps(mention: Mention, start: int, end: int) -> bool:
    common = min(mention.end, end) - max(mention.start, start)
    return common > 0 and mention.end - mention.start <= 2 * (end - start) + 40


def is_named(mention: Mention, annotation: Annotation) -> bool:
    """Is the mention a name with the annotated speaker's surname?"""
    name = annotation["speaker"]
    if mention.kind != "name" or annotation["speaker_type"] != "person" or not name or not mention.entity:
        return False
    return surname(tuple(name.split())) in (mention.entity.last, mention.head)
