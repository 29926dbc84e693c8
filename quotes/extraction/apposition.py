"""Names beside the phrases that describe them: "a lawyer, Jane Roe,", "a farmer called Odd"."""

import re
from bisect import bisect_left, insort
from operator import itemgetter

from .mention import Mention, placed_end
from .names import Entity, first_names
from .outline import Outline

Description = tuple[int, Entity, frozenset[str]]
Roles = dict[str, list[Description]]


def own_words(entity: Entity) -> frozenset[str]:
    """A body may be called by a word of its name."""
    if entity.kind != "organisation" or len(entity.parts) < 2:
        return frozenset()
    return frozenset(part.lower() for part in entity.parts)


def tells_where(outline: Outline, mention: Mention) -> bool:
    """ "Writing on Reddit, the man said": no description stands behind such a name."""
    return mention.first > 0 and outline.low[mention.first - 1] in ("on", "in", "at")


def beside(
    outline: Outline, mention: Mention, names: list[Mention], starts: list[int], roles: Roles
) -> Entity | None:
    """The name in apposition, which the phrase describes; what a noun for people describes is a person."""
    entity = apposed(outline, mention, names, starts)
    person = outline.classes[mention.last - 1] in "pt" and not mention.plural
    if entity and person and entity.kind == "organisation" and not own_words(entity) & {mention.head}:
        return None
    if entity and person:
        entity.kind = entity.kind or "person"
        words = frozenset(outline.low[mention.first : mention.last])
        insort(roles.setdefault(mention.head, []), (mention.first, entity, words), key=itemgetter(0))
    return entity


def apposed(outline: Outline, mention: Mention, names: list[Mention], starts: list[int]) -> Entity | None:
    """The name right before or behind the phrase: "a lawyer, Jane Roe," and "Jane Roe, a lawyer,"."""
    classes = outline.classes
    last = placed_end(outline, mention)
    after = last + 1 if classes[last : last + 1] == "," else last
    place = bisect_left(starts, after)
    if place < len(names) and names[place].first - after <= title_length(classes, after):
        closing = classes[names[place].last : names[place].last + 1]
        if after == last or closing in (",", ".", ";", "") or opens_with(outline, mention, names[place]):
            return names[place].entity
    closed = classes[mention.last : mention.last + 1] in (",", ".", ";", "(", ")", "-", "W", "P", "")
    if classes[mention.first - 1 : mention.first] == "," and closed:
        place = bisect_left(starts, mention.first) - 1
        if place >= 0 and names[place].last == mention.first - 1 and not mention.plural:
            return None if tells_where(outline, names[place]) else names[place].entity
    return None


ACTS = re.compile(r"R?(?:PE)?A?R?[AVTv](?!,)")


def opens_with(outline: Outline, mention: Mention, name: Mention) -> bool:
    """ "The Minister of Works, Dave Roe has said ...": does the phrase open the sentence, its verb follow?"""
    opens = outline.sentences[outline.sentence[mention.first]][0] == mention.first
    full = name.last - name.first > 1 or bool(name.title)
    return opens and full and ACTS.match(outline.classes, name.last) is not None


NAMING = frozenset({"called", "named", "surnamed"})


def named_so(outline: Outline, mention: Mention, names: list[Mention], starts: list[int]) -> Entity | None:
    """ "A farmer called Odd": the name right behind such a participle."""
    person = outline.classes[mention.last - 1] == "p" and not mention.plural
    if not person or NAMING.isdisjoint(outline.low[mention.last : mention.last + 1]):
        return None
    place = bisect_left(starts, mention.last + 1)
    named = place < len(names) and names[place].first == mention.last + 1
    return names[place].entity if named else None


NAMING_CLAUSE = 12
SELF_NAMED = frozenset({"name", "identified", "known", "introduced", "called"})


def self_named(outline: Outline, mention: Mention, names: list[Mention], starts: list[int]) -> Entity | None:
    """ "Another resident, who gave his name only as Yusuf,": the name that the clause behind tells."""
    numbered = 2 * (outline.low[mention.last : mention.last + 1] == ["no."])  # "Juror No. 4"
    clause = mention.last + numbered
    clause += outline.classes[clause : clause + 1] == ","
    if outline.low[clause : clause + 1] != ["who"] or mention.plural:
        return None
    place = bisect_left(starts, clause)
    if place == len(names) or names[place].first > clause + NAMING_CLAUSE:
        return None
    told, entity = outline.low[clause : names[place].first], names[place].entity
    if entity is None or told[-1] not in ("as", ",") or SELF_NAMED.isdisjoint(told):
        return None
    entity.gender = entity.gender or first_names().gender.get(entity.parts[0].lower(), "")
    return entity


def is_apposed(entity: Entity, mention: Mention, names: list[Mention], starts: list[int]) -> bool:
    """Does the entity's name stand within a token of the phrase ("his daughter, Jane Roe")?"""
    place = bisect_left(starts, mention.last)
    return place < len(names) and names[place].entity is entity and names[place].first - mention.last <= 1


TITLES = re.compile("[Nt]*t|D?[xp]{0,2}[pt](?=N)")


def title_length(classes: str, token: int) -> int:
    """How many tokens of titles and descriptions stand from this token on ("the model", "botanist")."""
    run = TITLES.match(classes, token, token + 5)
    return len(run.group()) if run else 0


def share_appositions(outline: Outline, nominals: list[Mention]) -> None:
    """ "The driver, a man surnamed Peng, ...": whom the second phrase means, the first means too."""
    behind = {mention.first: mention for mention in nominals if mention.entity}
    for mention in nominals:
        person = mention.entity is None and outline.classes[mention.last - 1] == "p"
        if person and outline.classes[mention.last : mention.last + 2] == ",D":
            second = behind.get(mention.last + 1)
            same = second and second.plural == mention.plural
            mention.entity = second.entity if second and same else None
