"""What speaks for one whom a pronoun may stand for: how near, how prominent, who spoke last."""

from bisect import bisect_left
from dataclasses import dataclass

from .agreement import agrees
from .names import Entity
from .pronoun import Pronoun
from .ranker import Facts
from .scene import Scene

OPENING = 3


@dataclass(frozen=True, slots=True)
class Antecedent:
    """An entity and its nearest mention before the pronoun (an index of the scene)."""

    entity: Entity
    mention: int


def antecedent_features(scene: Scene, pronoun: Pronoun, choice: Antecedent, rank: int) -> list[Facts]:
    """Facts about one antecedent, see ``ranker``; ``rank`` is its place among them, the nearest being 0."""
    outline, entity = scene.outline, choice.entity
    nearest, token = scene.mentions[choice.mention], pronoun.mention.first
    near = min(pronoun.sentence - outline.sentence[nearest.first], 6)
    paragraphs = min(outline.paragraph(token) - outline.paragraph(nearest.first), 3)
    close, word, position, since = min(near, 3), pronoun.word, pronoun.position, pronoun.since
    role = role_of(scene, choice.mention)
    last, again = entity.number == pronoun.previous.entity, nearest.first > pronoun.previous.token
    said = sayer_rank(scene, pronoun.index, entity)
    leads = first_of_sentence(scene, choice.mention)
    before = min(6, bisect_left(entity.tokens, token))
    verb, own = scene.verbs[choice.mention][0].letter, scene.verbs[pronoun.index][0].letter
    return [
        (agreement, agrees(pronoun.mention, entity), min(rank, 6), word),
        (standing, word, evidence_of(scene, entity)),
        (distance, near, paragraphs, role, position, word),
        (frequency, min(8, len(entity.tokens)), before, min(rank, 3)),
        (spoken, last, close, min(rank, 3), position, said, role),
        (opening, leads, close, position, was_subject(scene, entity, pronoun.sentence), last),
        (since_last, last, since, position),
        (named_again, again, since, last, role, min(rank, 3), close),
        (introduction, *introduced(scene, choice), role, close, min(rank, 2)),
        (parallel, pronoun.acts, verb, own, leads, close),
        (beginning, opens_paragraph(scene, nearest.first), close, paragraphs > 0),
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


def introduction(new: bool, described: bool, role: str, near: int, rank: int) -> list[str]:
    """Whether it was named there for the first time, perhaps with a description."""
    return [
        f"new={new} described={described} sentences={near}",
        f"new={new} role={role} sentences={near}",
        f"new={new} described={described} rank={rank}",
    ]


def introduced(scene: Scene, choice: Antecedent) -> tuple[bool, bool]:
    """Does its nearest mention introduce it in full? Does a description stand there?"""
    nearest, classes = scene.mentions[choice.mention], scene.outline.classes
    new = nearest.last - nearest.first > 1 and choice.entity.tokens[:1] == [nearest.first]
    front, behind = (
        classes[max(0, nearest.first - 1) : nearest.first],
        classes[nearest.last : nearest.last + 1],
    )
    return new, front in ("p", "t", ",") or behind in (",", "(")


def parallel(acts: bool, verb: str, own: str, leads: bool, near: int) -> list[str]:
    """Whether it is the subject of its verb as the pronoun is."""
    return [
        f"acts={acts} verb={verb} sentences={near} {own}",
        f"acts={acts} verb={verb} sentences={near} first={leads}",
    ]


def beginning(opens: bool, near: int, other: bool) -> list[str]:
    return [f"opens={opens} sentences={near} other={other}"]


def opens_paragraph(scene: Scene, token: int) -> bool:
    """Does it stand at the beginning of its paragraph?"""
    outline = scene.outline
    return token - outline.paragraphs[outline.paragraph(token)][0] <= OPENING


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
