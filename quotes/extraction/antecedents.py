"""Whom a pronoun stands for: a linear ranker over the people and bodies named so far."""

from bisect import bisect_left
from dataclasses import dataclass

from .mention import Mention
from .names import Entity
from .ranker import Facts, Weights, score_facts, softmax
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
) -> list[Facts]:
    """What speaks for this entity; ``previous`` is who spoke last."""
    outline, entity = scene.outline, choice.entity
    pronoun, nearest = scene.mentions[index], scene.mentions[choice.mention]
    sentence = outline.sentence[pronoun.first]
    near = min(sentence - outline.sentence[nearest.first], 6)
    paragraphs = min(outline.paragraph(pronoun.first) - outline.paragraph(nearest.first), 3)
    word = WORDS.get(pronoun.head, pronoun.head)
    role = role_of(scene, choice.mention)
    position = "start" if pronoun.first == outline.sentences[sentence][0] else "later"
    last, since = entity.number == previous.entity, named_since(scene, index, previous)
    said, again = sayer_rank(scene, index, entity), nearest.first > previous.token
    leads = first_of_sentence(scene, choice.mention)
    before = min(6, bisect_left(entity.tokens, pronoun.first))
    return [
        (agreement, agrees(pronoun, entity), min(rank, 6), word),
        (standing, word, evidence_of(scene, entity)),
        (distance, near, paragraphs, role, position, word),
        (frequency, min(8, len(entity.tokens)), before, min(rank, 3)),
        (spoken, last, min(near, 3), min(rank, 3), position, said, role),
        (opening, leads, min(near, 3), position, was_subject(scene, entity, sentence), last),
        (since_last, last, since, position),
        (named_again, again, since, last, role, min(rank, 3), min(near, 3)),
    ]


def agreement(agrees: str, rank: int, word: str) -> list[str]:
    """Gender and number."""
    return [f"gender={agrees}", f"gender={agrees} rank={min(rank, 4)}", f"rank={rank} {word}"]


def standing(word: str, evidence: str) -> list[str]:
    return [f"word={word} {evidence}"]


def distance(near: int, paragraphs: int, role: str, position: str, word: str) -> list[str]:
    """How far back it was named, and as what."""
    return [
        f"sentences={near} paragraphs={paragraphs}",
        f"sentences={near} role={role}",
        f"sentences={min(near, 2)} role={role} {position} {word}",
    ]


def frequency(count: int, before: int, rank: int) -> list[str]:
    return [f"count={count}", f"before={before} rank={rank}"]


def spoken(last: bool, near: int, rank: int, position: str, said: str, role: str) -> list[str]:
    """Whether it spoke last, in marks or in the reporter's words."""
    return [
        f"last_speaker={last} sentences={near}",
        f"last_speaker={last} rank={rank} {position}",
        f"last_speaker={last} said={said}",
        f"said={said} sentences={near}",
        f"said={said} rank={rank} role={role}",
    ]


def opening(leads: bool, near: int, position: str, subject: str, last: bool) -> list[str]:
    return [
        f"first={leads} sentences={near} {position}",
        f"subject={subject} {position} last_speaker={last}",
    ]


def since_last(last: bool, since: int, position: str) -> list[str]:
    """How many were named since the last quote."""
    return [f"last_speaker={last} since={since}", f"last_speaker={last} since={since} {position}"]


def named_again(again: bool, since: int, last: bool, role: str, rank: int, near: int) -> list[str]:
    """Whether it was named itself since then."""
    return [
        f"again={again} since={since} last_speaker={last}",
        f"again={again} since={since} role={role}",
        f"again={again} rank={rank} sentences={near}",
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
        score_facts(weights, antecedent_features(scene, index, choice, rank, previous))
        for rank, choice in enumerate(choices)
    ]
    ranked = zip(choices, softmax(scores), strict=True)
    return sorted(ranked, key=lambda pair: -pair[1])
