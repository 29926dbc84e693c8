"""Pull quotes, captions and headlines print words of the body again: places of one quote, not more quotes."""

import re
from dataclasses import dataclass, field

from .scene import Scene
from .utterances import Utterance

REPEATING = frozenset({"headline", "standfirst", "subheading", "pull_quote", "caption"})
WORD = re.compile(r"\w+")
SHORTEST = 2


@dataclass(slots=True)
class Sorted:
    """The utterances that stand for themselves, and the repeats of each by its place in that list."""

    kept: list[Utterance] = field(default_factory=list)
    repeats: dict[int, list[Utterance]] = field(default_factory=dict)


def sort_repeats(scene: Scene, utterances: list[Utterance], headings: set[int]) -> Sorted:
    """Takes the repeats out. ``headings`` are the paragraphs that are headlines though no role says so."""
    result = Sorted()
    doubtful: list[Utterance] = []
    for utterance in utterances:
        paragraph = scene.passages[utterance.parts[0].passage].paragraph
        repeating = scene.document.paragraphs[paragraph].role in REPEATING or paragraph in headings
        (doubtful if repeating else result.kept).append(utterance)
    bodies = [words_of(scene, utterance) for utterance in result.kept] if doubtful else []
    for utterance in doubtful:
        place = source_of(words_of(scene, utterance), bodies)
        if place is None:
            result.kept.append(utterance)
            bodies.append(words_of(scene, utterance))
        else:
            result.repeats.setdefault(place, []).append(utterance)
    return result


def words_of(scene: Scene, utterance: Utterance) -> str:
    text = " ".join(scene.text(scene.passages[part.passage]) for part in utterance.parts)
    return f" {' '.join(WORD.findall(text.lower()))} "


def source_of(words: str, bodies: list[str]) -> int | None:
    """The first body quote that holds these words in a row."""
    if words.count(" ") - 1 < SHORTEST:
        return None
    return next((place for place, body in enumerate(bodies) if words in body), None)
