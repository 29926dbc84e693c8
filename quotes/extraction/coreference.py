"""Noun phrases that stand for somebody named: "the bank", "the U.S. secretary of state".

An apposition or a role printed before a name tells what the article calls that person; later "the" with
the same noun is taken for the last one so called. A body is also meant by a word of its own name.
"""

import re
from bisect import bisect_left, insort
from functools import cache
from operator import itemgetter

from .apposition import (
    Description,
    Roles,
    beside,
    is_apposed,
    named_so,
    own_words,
    self_named,
    share_appositions,
    tells_where,
)
from .language import Language
from .mention import Mention
from .names import Entity, Register
from .outline import Outline

BEFORE_NAME = re.compile(r"[pbdxNtgPD#v-]{1,8}$")
AFTER_NAME = re.compile(
    r",D[DSCPpbdxNtgR#v,-]{2,24}(?=,R?A?R?[TVAv])|,(?:[DSCPpbdxNtgR#v-]{1,14})(?=[,.;])|\([N,-]{1,5}\)"
)
CONTENT = frozenset("pbdxtNv")
LONGEST_DESCRIPTION = 28  # tokens behind a name


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


MOST = 30


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


@cache
def implied(language: Language) -> dict[str, frozenset[str]]:
    """What the bearer of a title is called: a recorder is a judge."""
    found: dict[str, frozenset[str]] = {}
    for (section, noun), titles in language.groups.items():
        for title in titles if section == "implied" else ():
            found[title] = found.get(title, frozenset()) | {noun}
    return found


def collect_roles(outline: Outline, names: list[Mention], language: Language) -> Roles:
    """Head word to the places where somebody is so described: (token, who, all words of the description)."""
    roles: Roles = {}
    for mention in names:
        if mention.entity is None:
            continue
        words, heads = described(outline, mention)
        heads |= implied(language).get(mention.title, frozenset())
        mention.entity.roles |= heads
        for word in heads | own_words(mention.entity):
            roles.setdefault(word, []).append((mention.first, mention.entity, words))
    return roles


def described(outline: Outline, mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """The words in front of and behind a name that say who that is, and the nouns that head them."""
    classes, low, sentence = outline.classes, outline.low, outline.sentences[outline.sentence[mention.first]]
    before = BEFORE_NAME.search(classes, max(sentence[0], mention.first - 8), mention.first)
    reach = 0 if tells_where(outline, mention) else LONGEST_DESCRIPTION
    end = min(sentence[1], mention.last + reach)
    after = AFTER_NAME.match(classes, mention.last, end)
    first = range(before.start(), mention.first) if before else range(0)
    second = range(mention.last, after.end()) if after and "V" not in after.group() else range(0)
    words = frozenset(low[i] for span in (first, second) for i in span if classes[i] in CONTENT)
    governed = classes[max(sentence[0], mention.first - 2) : mention.first].endswith(("P", "PD"))
    heads = {low[i] for i in first if classes[i] in "pt" and classes[i + 1] in "NtpP" and not governed}
    for i in second:
        if classes[i] in "pbt" and classes[i + 1 : i + 2] not in ("p", "b", "x"):
            heads.add(low[i])
        if classes[i] in "PW":
            break
    acronym = classes[mention.last : mention.last + 3] == "(N)"
    return words, frozenset(heads | ({low[mention.last + 1]} if acronym else set()))


BODY_REACH = 6


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


def called(outline: Outline, mention: Mention, roles: Roles, language: Language) -> Entity | None:
    """The entity that was last described by the head of a definite phrase."""
    if mention.plural or not definite(outline, mention, language):
        return None
    rest = {outline.low[i] for i in range(mention.first, mention.last - 1) if outline.classes[i] in CONTENT}
    owned = "g" in outline.classes[mention.first : mention.last]
    epithet = mention.head in language.words("nouns", "epithets")
    best: tuple[int, int, Entity] | None = None
    for token, entity, words in described_near(roles.get(mention.head, []), mention.first):
        if token >= mention.first and (best or (epithet and token - mention.first > SOON)):
            continue
        if not same_sort(outline.classes[mention.last - 1], entity):
            continue
        fits = len(rest & (words | own_words(entity)))
        if fits < len(rest) and (owned or named_otherwise(outline, mention, words | own_words(entity))):
            continue
        if best is None or (fits, token) >= best[:2]:
            best = (fits, token, entity)
    return best[2] if best else None


SOON = 60  # tokens within which a description follows an epithet that it explains; an office needs none


def same_sort(letter: str, entity: Entity) -> bool:
    """May a noun of this class be said of the entity?"""
    if letter in "pt":
        return entity.kind != "organisation"
    return letter != "b" or entity.kind != "person"


def described_near(known: list[Description], token: int) -> list[Description]:
    """The descriptions last given in front of a token, and the first few behind it."""
    place = bisect_left(known, token, key=itemgetter(0))
    return known[max(0, place - MOST) : place + 3]


def definite(outline: Outline, mention: Mention, language: Language) -> bool:
    if outline.low[mention.first] in language.words("words", "definite"):
        return True
    return "g" in outline.classes[mention.first : mention.last]


def named_otherwise(outline: Outline, mention: Mention, words: frozenset[str]) -> bool:
    """Does the phrase carry a name that the description lacks ("the French president")?"""
    return any(
        outline.classes[i] == "N" and outline.low[i] not in words
        for i in range(mention.first, mention.last - 1)
    )
