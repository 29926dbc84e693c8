"""Whom a pronoun stands for: a linear ranker over the people and bodies named so far."""

from bisect import bisect_left
from dataclasses import dataclass

from .mention import Mention
from .names import Entity
from .ranker import Weights, score, softmax
from .scene import Previous, Scene

MOST = 12
REACH = 120


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An entity and its nearest mention before the pronoun (an index of the scene)."""

    entity: Entity
    mention: int


def antecedents(scene: Scene, index: int) -> list[Antecedent]:
    """Who may be meant by the pronoun: the nearest mention of each entity in front of it, nearest first.

    Nobody of the other gender, and for ``he`` and ``she`` no bodies and places.
    """
    pronoun = scene.mentions[index]
    found: dict[int, Antecedent] = {}
    for place in range(index - 1, max(-1, index - REACH), -1):
        entity = scene.mentions[place].entity
        if entity is not None and entity.number not in found and may_be(pronoun, entity):
            found[entity.number] = Antecedent(entity, place)
            if len(found) == MOST:
                break
    return list(found.values())


def may_be(pronoun: Mention, entity: Entity) -> bool:
    if pronoun.head in THINGS:
        return not (entity.gender or entity.titled or entity.kind == "person")
    if not pronoun.gender:
        return True
    return entity.gender in ("", pronoun.gender) and entity.kind in ("", "person")


def antecedent_features(
    scene: Scene, index: int, choice: Antecedent, rank: int, previous: Previous
) -> list[str]:
    """What speaks for this entity; ``previous`` is who spoke last."""
    outline = scene.outline
    pronoun, nearest = scene.mentions[index], scene.mentions[choice.mention]
    sentence = outline.sentence[pronoun.first]
    near = min(sentence - outline.sentence[nearest.first], 6)
    paragraphs = outline.paragraph(pronoun.first) - outline.paragraph(nearest.first)
    word = WORDS.get(pronoun.head, pronoun.head)
    role = role_of(scene, choice.mention)
    before = bisect_left(choice.entity.tokens, pronoun.first)
    position = "start" if pronoun.first == outline.sentences[sentence][0] else "later"
    last = f"last_speaker={choice.entity.number == previous.entity}"
    since = f"since={named_since(scene, index, previous)}"
    again = nearest.first > previous.token
    said = sayer_rank(scene, index, choice.entity)
    return [
        f"gender={agrees(pronoun, choice.entity)}",
        f"gender={agrees(pronoun, choice.entity)} rank={min(rank, 4)}",
        f"word={word} {evidence_of(scene, choice.entity)}",
        f"sentences={near} paragraphs={min(paragraphs, 3)}",
        f"sentences={near} role={role}",
        f"sentences={min(near, 2)} role={role} {position} {word}",
        f"rank={min(rank, 6)} {word}",
        f"count={min(8, len(choice.entity.tokens))}",
        f"before={min(6, before)} rank={min(rank, 3)}",
        f"{last} sentences={min(near, 3)}",
        f"{last} rank={min(rank, 3)} {position}",
        f"{last} said={said}",
        f"said={said} sentences={min(near, 3)}",
        f"said={said} rank={min(rank, 3)} role={role}",
        f"first={first_of_sentence(scene, choice.mention)} sentences={min(near, 3)} {position}",
        f"subject={was_subject(scene, choice.entity, sentence)} {position} {last}",
        f"{last} {since}",
        f"{last} {since} {position}",
        f"again={again} {since} {last}",
        f"again={again} {since} role={role}",
        f"again={again} rank={min(rank, 3)} sentences={min(near, 3)}",
    ]


THINGS = frozenset({"it", "its", "which"})


def named_since(scene: Scene, index: int, previous: Previous) -> int:
    """How many who may be meant were named since the last quote (2 stands for more)."""
    pronoun, seen = scene.mentions[index], set[int]()
    for place in range(index - 1, max(-1, index - REACH), -1):
        mention = scene.mentions[place]
        if mention.first <= previous.token or len(seen) == 2:
            break
        if mention.entity is not None and may_be(pronoun, mention.entity) and likely(mention.entity):
            seen.add(mention.entity.number)
    return len(seen)


def likely(entity: Entity) -> bool:
    """Is there any sign that a name is a person's or a body's?"""
    return bool(entity.kind or entity.gender or entity.titled or len(entity.tokens) > 1)


WORDS = {"he": "he", "she": "he", "his": "his", "her": "his", "him": "his"}


def evidence_of(scene: Scene, entity: Entity) -> str:
    """How sure it is that a name is a person's."""
    says = "says" if entity.number in scene.speaking else "silent"
    if entity.titled:
        return f"titled {says}"
    return f"{entity.kind or 'unknown'} {min(2, len(entity.parts))} {says}"


def sayer_rank(scene: Scene, index: int, entity: Entity) -> str:
    """How recently the entity said something outside marks: 0 is the last to have spoken."""
    seen: list[int] = []
    for place in reversed(scene.sayers_before(index)):
        other = scene.mentions[place].entity
        if other is None or other.number in seen:
            continue
        if other is entity:
            return str(len(seen))
        seen.append(other.number)
        if len(seen) == 3:
            break
    return "no"


def was_subject(scene: Scene, entity: Entity, sentence: int) -> str:
    """Is the entity a subject in this sentence or the two before it?"""
    outline = scene.outline
    last = bisect_left(entity.tokens, outline.sentences[sentence][1])
    for token in reversed(entity.tokens[max(0, last - 12) : last]):
        distance = sentence - outline.sentence[token]
        if distance > 2:
            break
        place = scene.at.get(token)
        if place is not None and scene.verbs[place][0].letter != "0":
            return str(distance)
    return "no"


def agrees(pronoun: Mention, entity: Entity) -> str:
    if pronoun.head in ("it", "its", "they", "their", "them", "which"):
        return f"{pronoun.head}-{'person' if entity.gender or entity.kind == 'person' else entity.kind}"
    if not pronoun.gender or not entity.gender:
        leaning = entity.leaning and f"leaning-{entity.leaning == pronoun.gender}"
        return f"unknown-{entity.kind}-{leaning}"
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


def first_of_sentence(scene: Scene, index: int) -> bool:
    mention, outline = scene.mentions[index], scene.outline
    return mention.first - outline.sentences[outline.sentence[mention.first]][0] <= 2


def resolve(scene: Scene, index: int, previous: Previous, weights: Weights) -> list[tuple[Antecedent, float]]:
    """The antecedents of a pronoun with their chances, best first."""
    choices = antecedents(scene, index)
    scores = [
        score(weights, antecedent_features(scene, index, choice, rank, previous))
        for rank, choice in enumerate(choices)
    ]
    ranked = zip(choices, softmax(scores), strict=True)
    return sorted(ranked, key=lambda pair: -pair[1])
