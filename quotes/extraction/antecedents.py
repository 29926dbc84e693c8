"""Whom a pronoun stands for: a linear ranker over the people and bodies named so far."""

from .agreement import may_be
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


def resolve(scene: Scene, index: int, previous: Previous, weights: Weights) -> list[tuple[Antecedent, float]]:
    """The antecedents of a pronoun with their chances, best first; ``previous`` is who spoke last."""
    choices = antecedents(scene, index)
    pronoun = pronoun_at(scene, index, previous)
    scores = [
        score_facts(weights, antecedent_features(scene, pronoun, choice, rank))
        for rank, choice in enumerate(choices)
    ]
    ranked = zip(choices, softmax(scores), strict=True)
    return sorted(ranked, key=lambda pair: -pair[1])
