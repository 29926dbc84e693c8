"""Whom a phrase without a name means: "the statement", "the 34-year-old", "the embassy"."""

from bisect import bisect_left

from .agreement import may_be
from .antecedents import resolve
from .mention import Mention
from .names import Entity
from .outline import Outline
from .ranker import Weights
from .scene import Previous, Scene, says
from .unnamed import just_introduced

NEAR = 4
BODY_REACH = 60
APART, MOST = 80, 40
LIKELY = 0.4


def same_body(scene: Scene, index: int) -> Entity | None:
    """ "The Embassy" is the body that was introduced as "India's embassy"."""
    mention, low = scene.mentions[index], scene.outline.low
    generic = mention.last - mention.first == 1 and mention.head in scene.language.words("nouns", "bodies")
    if not generic or low[mention.first - 1 : mention.first] != ["the"]:
        return None
    for place in range(index - 1, max(-1, index - BODY_REACH), -1):
        other = scene.mentions[place]
        if other.kind == "nominal" and other.head == mention.head and other.entity:
            return other.entity
    return None


def author_of(scene: Scene, mention: Mention) -> int:
    """ "A statement by a spokesman read ...": the mention of whoever speaks in a document, or -1."""
    outline = scene.outline
    by = outline.low[mention.last : mention.last + 1] in (["by"], ["from"])
    if not by or mention.head not in scene.language.words("nouns", "writings"):
        return -1
    start = mention.last + 1
    behind = scene.between(start, start + 2)
    return next((i for i in behind if scene.mentions[i].kind != "pronoun"), -1)


def writer(scene: Scene, index: int) -> int:
    """ "Roe posted a message. "...," it read.": the mention of its author, -1 where "it" is no message."""
    outline, verb = scene.outline, scene.verbs[index][0]
    if scene.mentions[index].head != "it" or verb.letter not in "VT" or verb.bond == "passive":
        return -1
    own = outline.sentence[scene.firsts[index]]
    for sentence in range(own - 1, max(-1, own - NEAR), -1):
        first, last = outline.sentences[sentence]
        if outline.classes[first:last].strip("Q."):
            return author_in(scene, first, last)
    return -1


def author_in(scene: Scene, first: int, last: int) -> int:
    """Who wrote the message that a sentence speaks of: whom "by" or "from" names, else its subject."""
    low, writings = scene.outline.low, scene.language.words("nouns", "writings")
    message = next((token for token in range(first, last) if low[token] in writings), -1)
    if message < 0 or low[message + 1 : message + 2] == ["said"]:
        return -1
    sources = [token for token in range(message, last) if low[token] in ("by", "from")]
    for index in scene.between(sources[0] + 1, sources[0] + 3) if sources else ():
        if scene.mentions[index].kind != "pronoun":
            return index
    return next((i for i in scene.between(first, last) if may_write(scene, i)), -1)


def may_write(scene: Scene, index: int) -> bool:
    """Does somebody act in the sentence, a body by saying something?"""
    mention, verb = scene.mentions[index], scene.verbs[index][0]
    letter = scene.outline.classes[mention.last - 1]
    if mention.head == "it":
        return False
    if letter in "bdW":
        return letter == "b" and verb.bond == "direct" and says(verb)
    return verb.bond not in ("none", "governed", "passive")


def meant_by(scene: Scene, index: int, previous: Previous, weights: Weights) -> Entity | None:
    """Who is meant by "the statement" or "the expert": who spoke last, if nobody came between.

    "The 34-year-old" is as good as a pronoun.
    """
    mention, outline = scene.mentions[index], scene.outline
    owned = "g" in outline.classes[mention.first : mention.last]
    if mention.plural or owned or outline.low[mention.first] != "the":
        return None
    subject = just_introduced(scene, index, previous)
    if subject and not is_another(scene, mention, subject):
        return subject
    if is_epithet(scene, mention):
        return likeliest(scene, index, previous, weights)
    return spoke_last(scene, index, previous)


def likeliest(scene: Scene, index: int, previous: Previous, weights: Weights) -> Entity | None:
    """Whom a pronoun in this place would mean, if that is somebody of whom nothing else is known."""
    ranked = [
        (choice.entity, chance)
        for choice, chance in resolve(scene, index, previous, weights)
        if not is_another(scene, scene.mentions[index], choice.entity)
    ]
    if not ranked or ranked[0][1] < LIKELY * sum(chance for _, chance in ranked):
        return None
    entity = ranked[0][0]
    return entity if is_somebody(entity) or len(entity.parts) > 1 else None


def is_another(scene: Scene, mention: Mention, entity: Entity) -> bool:
    """Does the article call somebody what the phrase does not mean: a Dane, the striker, another manager?"""
    head, words = mention.head, scene.language.words
    if entity.country and head in words("words", "demonyms"):
        return head not in entity.country
    managers = words("callings", "manager")
    return head in managers and not entity.roles.isdisjoint(managers | words("nouns", "epithets"))


def stand_apart(scene: Scene, mention: Mention, entity: Entity) -> bool:
    """ "Roe shouted at the tenant": "the tenant" of the next sentence is not Roe."""
    place = bisect_left(scene.firsts, mention.first)
    together = [
        scene.outline.sentence[other.first]
        for other in scene.mentions[max(0, place - APART) : place]
        if other.kind == "nominal" and other.head == mention.head and other.entity is None
    ]
    return any(
        scene.mentions[index].entity is entity
        for sentence in together
        for index in scene.between(*scene.outline.sentences[sentence])[:MOST]
    )


def spoke_last(scene: Scene, index: int, previous: Previous) -> Entity | None:
    """Who last said something: its author, if the phrase is a writing; who spoke, if it is a person."""
    mention, outline = scene.mentions[index], scene.outline
    for place in reversed(scene.sayers_before(index)):
        other = scene.mentions[place]
        if sentences_between(outline, other.first, mention.first) > NEAR:
            return None
        if other.entity is None:
            continue
        if mention.head in scene.language.words("nouns", "writings"):
            return issuer_of(scene, other, mention.head)
        if outline.classes[mention.last - 1] == "p" and other.entity.kind == "person":
            fits = may_be(mention, other.entity) and not stand_apart(scene, mention, other.entity)
            return other.entity if fits and continues(scene, other, previous) else None
    return None


def is_epithet(scene: Scene, mention: Mention) -> bool:
    """Is it a phrase for somebody named before: "the Pole", "the ex-governor", "the mother-of-two"?"""
    head, words = mention.head, scene.language.words
    told = head in words("nouns", "epithets") or head in words("words", "demonyms")
    told = told or head.endswith("-year-old") or head.startswith("ex-") or "-of-" in head
    return told or (head in words("nouns", "team_offices") and is_named(scene, mention))


def is_named(scene: Scene, mention: Mention) -> bool:
    """Does a phrase name a team: "the Town manager", "the former Rovers man"?"""
    within = slice(mention.first + 1, mention.last - 1)
    former = "former" in scene.outline.low[within] or mention.head != "man"
    return former and "N" in scene.outline.classes[within]


def is_somebody(entity: Entity) -> bool:
    """Is there any sign that a name is a person's?"""
    return bool(entity.kind == "person" or entity.gender or entity.leaning or entity.titled)


def issuer_of(scene: Scene, last: Mention, writing: str) -> Entity | None:
    """Who said something "in a statement" in the sentence of the last to speak, else the last to speak."""
    outline = scene.outline
    for place in scene.between(*outline.sentences[outline.sentence[last.first]]):
        verb, issuer = scene.verbs[place][0], scene.mentions[place].entity
        behind = outline.low[verb.token + 1 : verb.token + 4] if says(verb) else []
        if issuer and behind in (["in", "a", writing], ["in", "an", writing]):
            return issuer
    return last.entity


def sentences_between(outline: Outline, first: int, last: int) -> int:
    """How many sentences of the reporter's lie between two tokens; a speech alone is none."""
    between = outline.sentences[outline.sentence[first] + 1 : outline.sentence[last] + 1]
    return sum(outline.classes[start:end].strip("Q.") != "" for start, end in between)


def continues(scene: Scene, sayer: Mention, previous: Previous) -> bool:
    """Did the last to be named as speaking also speak the last quote, if there was one?"""
    return previous.token < 0 or (sayer.entity is not None and sayer.entity.number == previous.entity)
