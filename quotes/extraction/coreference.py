"""Noun phrases that stand for somebody named: "the bank", "the U.S. secretary of state".

An apposition or a role printed before a name tells what the article calls that person; later "the" with
the same noun is taken for the last one so called. A body is also meant by a word of its own name.
"""

from bisect import bisect_left, insort
from operator import itemgetter

from .apposition import Roles, beside, is_apposed, named_so, self_named, share_appositions
from .callings import called, collect_roles
from .mention import Mention
from .names import Entity, Register
from .outline import Outline


def link_nominals(
    outline: Outline, names: list[Mention], nominals: list[Mention], register: Register
) -> None:
    """Gives noun phrases the entity that they stand for, where the article says so."""
    roles = collect_roles(outline, names, register.language)
    starts = [mention.first for mention in names]
    companies = register.language.words("nouns", "companies")
    bodies: dict[str, Entity] = {}
    for mention in nominals:
        mention.entity = (
            named_body(outline, mention, register, bodies, roles)
            or named_so(outline, mention, names, starts)
            or beside(outline, mention, names, starts, roles)
            or self_named(outline, mention, names, starts)
            or owner(outline, mention, names, starts)
        )
    for mention in nominals:
        company = mention.head in companies and outline.low[mention.first] == "the"
        mention.entity = (
            mention.entity
            or (last_body(outline, mention, names, starts, 2) if company else None)
            or called(outline, mention, roles, register.language)
            or (last_body(outline, mention, names, starts, BODY_REACH) if company else None)
        )
        settle_gender(mention, names, starts)
    share_appositions(outline, nominals)


def settle_gender(mention: Mention, names: list[Mention], starts: list[int]) -> None:
    """The phrase has the gender of whom it stands for; a name beside it the phrase's."""
    entity = mention.entity
    if entity and not mention.gender:
        mention.gender = entity.gender
    elif entity and not entity.gender and is_apposed(entity, mention, names, starts):
        entity.gender = mention.gender


def named_body(
    outline: Outline, mention: Mention, register: Register, bodies: dict[str, Entity], roles: Roles
) -> Entity | None:
    """ "The Harris campaign" and "India's home ministry" are names of bodies, whatever their last word."""
    classes = outline.classes[mention.first : mention.last]
    begin = mention.first + (classes[0] in "DS")
    if classes[-1] != "b" or "N" not in classes or classes[0] == "S" or outline.classes[begin] != "N":
        return None
    if mention.head in register.language.words("nouns", "companies"):
        return None
    parts = tuple(outline.words[begin : mention.last])
    key = " ".join(parts).lower().replace("’", "'")
    if key not in bodies:
        bodies[key] = register.new(parts)
        bodies[key].kind = "organisation"
    bodies[key].tokens.append(mention.first)
    words = frozenset(outline.low[begin : mention.last])
    insort(roles.setdefault(mention.head, []), (mention.first, bodies[key], words), key=itemgetter(0))
    return bodies[key]


BODY_REACH, MOST = 6, 30


def owner(outline: Outline, mention: Mention, names: list[Mention], starts: list[int]) -> Entity | None:
    """Whose the document is: "the bank's report" is no speaker, "Meta's report" is Meta speaking."""
    if outline.classes[mention.last - 1] != "d" or "g" not in outline.classes[mention.first : mention.last]:
        return None
    genitive = outline.classes.index("g", mention.first)
    place = bisect_left(starts, genitive) - 1
    owned = place >= 0 and names[place].last == genitive
    return names[place].entity if owned else None


def last_body(
    outline: Outline, mention: Mention, names: list[Mention], starts: list[int], reach: int
) -> Entity | None:
    """The body named last in front of "the company", at most a few sentences back."""
    last = bisect_left(starts, mention.first) - 1
    for place in range(last, max(-1, last - MOST), -1):
        name = names[place]
        if outline.sentence[mention.first] - outline.sentence[name.first] > reach:
            return None
        observed = not OBSERVERS.isdisjoint(outline.low[name.last : name.last + 1])
        governed = outline.classes[name.first - 1 : name.first] == "P"
        if name.entity and is_body(name.entity) and not governed and not observed:
            return name.entity
    return None


# "Brightwater analyst Jane Roe": her employer is not "the company" that she writes about.
OBSERVERS = frozenset({"analyst", "analysts", "strategist", "economist", "economists"})


def is_body(entity: Entity) -> bool:
    return entity.kind in ("organisation", "") and not (entity.titled or entity.gender or entity.leaning)
