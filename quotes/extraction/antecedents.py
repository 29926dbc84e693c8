"""Whom a pronoun stands for: a linear ranker over the people and bodies named so far."""

from dataclasses import dataclass

from .features import Scene
from .mentions import Mention
from .names import Entity
from .ranker import Weights, score, softmax

MOST = 12
REACH = 120


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An entity and its nearest mention before the pronoun (an index of the scene)."""

    entity: Entity
    mention: int


def antecedents(scene: Scene, index: int) -> list[Antecedent]:
    """Who may be meant by the pronoun: the nearest mention of each entity in front of it, nearest first."""
    found: dict[int, Antecedent] = {}
    for place in range(index - 1, max(-1, index - REACH), -1):
        entity = scene.mentions[place].entity
        if entity is not None and entity.number not in found:
            found[entity.number] = Antecedent(entity, place)
            if len(found) == MOST:
                break
    return list(found.values())


def antecedent_features(scene: Scene, index: int, choice: Antecedent, rank: int, speaker: int) -> list[str]:
    """What speaks for this entity; ``speaker`` is the number of who spoke last, or -1."""
    outline = scene.outline
    pronoun, nearest = scene.mentions[index], scene.mentions[choice.mention]
    sentences = outline.sentence[pronoun.first] - outline.sentence[nearest.first]
    paragraphs = outline.paragraph(pronoun.first) - outline.paragraph(nearest.first)
    word = pronoun.head
    agreement = agrees(pronoun, choice.entity)
    role = role_of(scene, choice.mention)
    near = min(sentences, 6)
    count = len(choice.entity.tokens)
    before = sum(1 for token in choice.entity.tokens if token < pronoun.first)
    position = "start" if pronoun.first == outline.sentences[outline.sentence[pronoun.first]][0] else "later"
    return [
        f"gender={agreement}",
        f"gender={agreement} rank={min(rank, 4)}",
        f"word={word} kind={choice.entity.kind} parts={min(2, len(choice.entity.parts))}",
        f"sentences={near} paragraphs={min(paragraphs, 3)}",
        f"sentences={near} role={role}",
        f"sentences={min(near, 2)} role={role} {position} {word}",
        f"rank={min(rank, 6)}",
        f"count={min(8, count)}",
        f"before={min(6, before)} rank={min(rank, 3)}",
        f"last_speaker={choice.entity.number == speaker} sentences={min(near, 3)}",
        f"last_speaker={choice.entity.number == speaker} rank={min(rank, 3)} {position}",
        f"path={path_of(scene, nearest, pronoun)}",
        f"first={first_of_sentence(scene, choice.mention)} sentences={min(near, 3)} {position}",
    ]


def agrees(pronoun: Mention, entity: Entity) -> str:
    if pronoun.head in ("it", "its", "they", "their", "them", "which"):
        return f"{pronoun.head}-{'person' if entity.gender or entity.kind == 'person' else entity.kind}"
    if not pronoun.gender or not entity.gender:
        return f"unknown-{entity.kind}"
    return "yes" if pronoun.gender == entity.gender else "no"


def role_of(scene: Scene, index: int) -> str:
    """What the nearest mention does in its sentence."""
    subject, inverted = scene.verbs[index]
    if inverted.letter == "V":
        return "said-by"
    if subject.letter != "0":
        return f"subject-{subject.letter}"
    mention, classes = scene.mentions[index], scene.outline.classes
    if classes[mention.last : mention.last + 1] == "g":
        return "genitive"
    before = classes[mention.first - 1] if mention.first else "^"
    return "after-P" if before == "P" else "after-verb" if before in "VTvA" else "other"


def path_of(scene: Scene, nearest: Mention, pronoun: Mention) -> str:
    middle = scene.outline.classes[nearest.last : pronoun.first]
    return middle if len(middle) <= 5 else "far"


def first_of_sentence(scene: Scene, index: int) -> bool:
    mention, outline = scene.mentions[index], scene.outline
    return mention.first - outline.sentences[outline.sentence[mention.first]][0] <= 2


def resolve(scene: Scene, index: int, speaker: int, weights: Weights) -> list[tuple[Antecedent, float]]:
    """The antecedents of a pronoun with their chances, best first."""
    choices = antecedents(scene, index)
    scores = [
        score(weights, antecedent_features(scene, index, choice, rank, speaker))
        for rank, choice in enumerate(choices)
    ]
    ranked = zip(choices, softmax(scores), strict=True)
    return sorted(ranked, key=lambda pair: -pair[1])
