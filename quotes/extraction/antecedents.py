"""Whom a pronoun stands for: a linear ranker over the people and bodies named so far."""

from .agreement import may_be
from .discourse import hears, is_other, is_spoken_of, speaks_of_another, subject_before
from .names import Entity
from .pronoun import REACH, pronoun_at
from .ranker import Weights, score_facts, softmax
from .salience import Antecedent, antecedent_features
from .scene import Previous, Scene

MOST = 12
QUESTION, CLOSING = 20, 4  # tokens: before the one who asks; of ", he said." from the pronoun on


def antecedents(scene: Scene, index: int) -> list[Antecedent]:
    """Who may be meant by the pronoun: the nearest mention of each entity in front of it, nearest first.

    Nobody of the other gender, for ``he`` and ``she`` no bodies and places, not who asks the question that
    is answered or is spoken of in the same breath, and those whom only the captions in between name where
    there is nobody else.
    """
    pronoun, own = scene.mentions[index], scene.outline.paragraph(scene.firsts[index])
    found: dict[int, Antecedent] = {}
    aside: dict[int, Antecedent] = {}
    for place in range(index - 1, max(-1, index - REACH), -1):
        entity = scene.mentions[place].entity
        if entity is None or entity.number in found or not may_be(pronoun, entity):
            continue
        if asks(scene, place, index) or reported_by(scene, place, index):
            continue
        if scene.aside(scene.firsts[place], own):
            aside.setdefault(entity.number, Antecedent(entity, place))
            continue
        found[entity.number] = Antecedent(entity, place)
        if len(found) == MOST:
            break
    return list((found or aside).values())


def asks(scene: Scene, place: int, pronoun: int) -> bool:
    """ "Under questioning by Roe, he said": the question is Roe's, so ``he`` is somebody else."""
    outline, mention = scene.outline, scene.mentions[place]
    sentence = outline.sentence[mention.first]
    if outline.sentence[scene.firsts[pronoun]] != sentence:
        return False
    begin = max(outline.sentences[sentence][0], mention.first - QUESTION)
    before = outline.low[begin : begin + len(outline.classes[begin : mention.first].rstrip("Dtpbx"))]
    if before[-1:] not in (["by"], ["from"]):
        return False
    return not scene.language.words("attribution", "questioning").isdisjoint(before)


def reported_by(scene: Scene, place: int, pronoun: int) -> bool:
    """ "The report misquoted Roe, he said.": who says that is not Roe."""
    outline, token = scene.outline, scene.firsts[pronoun]
    sentence = outline.sentence[token]
    last = outline.sentences[sentence][1]
    closing = last - token <= CLOSING and outline.classes[token + 1 : last] in ("V.", "RV.", "V")
    parenthetical = closing and outline.classes[token - 1 : token] == ","
    return parenthetical and outline.sentence[scene.firsts[place]] == sentence


ACTS, OTHERWISE, HEARS, SPOKEN_OF = 3.0, -3.0, -8.0, -3.0
LONGEST_CHAIN = 3


def resolve(
    scene: Scene, index: int, previous: Previous, weights: Weights, chain: int = 0
) -> list[tuple[Antecedent, float]]:
    """The antecedents of a pronoun with their chances, best first; ``previous`` is who spoke last."""
    choices = antecedents(scene, index)
    pronoun = pronoun_at(scene, index, previous)
    subject = subject_meant(scene, index, previous, weights, chain)
    scores = [
        score_facts(weights, antecedent_features(scene, pronoun, choice, rank))
        + ACTS * (choice.entity is subject)
        + OTHERWISE * is_other(scene, index, choice.entity)
        + HEARS * hears(scene, index, choice.entity)
        + SPOKEN_OF * is_spoken_of(scene, index, choice.entity)
        for rank, choice in enumerate(choices)
    ]
    ranked = zip(choices, softmax(scores), strict=True)
    return sorted(ranked, key=lambda pair: -pair[1])


def subject_meant(
    scene: Scene, index: int, previous: Previous, weights: Weights, chain: int
) -> Entity | None:
    """Who is the subject of the sentence before, also where that is a pronoun again."""
    subject = subject_before(scene, index)
    if subject < 0 or speaks_of_another(scene, index):
        return None
    mention, pronoun = scene.mentions[subject], scene.mentions[index]
    if mention.kind != "pronoun":
        return mention.entity
    if chain == LONGEST_CHAIN or mention.head != pronoun.head:
        return None
    ranked = resolve(scene, subject, previous, weights, chain + 1)
    return ranked[0][0].entity if ranked else None
