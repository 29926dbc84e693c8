"""Sources without a name: "the spokesperson" is the "spokesperson for Sound Ferries" described before."""

from .agreement import may_be
from .mention import Mention
from .names import Entity
from .scene import Previous, Scene

REACH = 60
INDEFINITE = frozenset({"a", "an", "another", "one", "two", "three", "four", "five", "some", "several"})


def first_described(scene: Scene, index: int) -> int:
    """The mention that introduced the unnamed source whom a definite phrase means, else the phrase itself."""
    phrase, low = scene.mentions[index], scene.outline.low
    bare = phrase.kind == "nominal" and phrase.last - phrase.first == 2
    one_of = low[max(0, phrase.first - 1)] == "of"
    if phrase.entity or one_of or not bare or low[phrase.first] not in ("the", "that", "this"):
        return index
    earlier = range(index - 1, max(-1, index - REACH), -1)
    return next((place for place in earlier if introduces(scene, scene.mentions[place], phrase)), index)


def introduces(scene: Scene, earlier: Mention, phrase: Mention) -> bool:
    """Is it an unnamed person of the same noun ("a spokesperson for Sound Ferries")?"""
    same = earlier.kind == "nominal" and earlier.head == phrase.head and earlier.entity is None
    person = scene.outline.classes[earlier.last - 1] in "pt"
    return same and person and scene.outline.low[earlier.first] in INDEFINITE


def antecedent(scene: Scene, index: int) -> int:
    """The unnamed person whom "he" or "she" means: the subject of the sentence before; -1 where none is."""
    pronoun, outline = scene.mentions[index], scene.outline
    if not pronoun.gender:
        return -1
    sentence = outline.sentence[pronoun.first]
    first = outline.sentences[max(0, sentence - 2)][0]
    for place in reversed(scene.between(first, pronoun.first)[-REACH:]):
        mention = scene.mentions[place]
        fits = mention.kind == "nominal" and mention.entity is None and not mention.plural
        person = outline.classes[mention.last - 1] in "pt" and mention.gender in ("", pronoun.gender)
        subject, inverted = scene.verbs[place]
        acts = subject.letter != "0" or inverted.letter == "V"
        if fits and person and acts and outline.low[mention.first] in INDEFINITE:
            return place
    return -1


def goes_on(scene: Scene, index: int) -> int:
    """The unnamed person who spoke last, if the pronoun may mean that one; else -1."""
    if scene.unnamed < 0:
        return -1
    pronoun, source = scene.mentions[index], scene.mentions[scene.unnamed]
    person = source.kind == "nominal" and scene.outline.classes[source.last - 1] in "pt"
    fits = not source.plural and pronoun.gender and source.gender in ("", pronoun.gender)
    return scene.unnamed if person and fits else -1


def clause_owner(scene: Scene, index: int) -> int:
    """ "One resident, who asked not to be named,": the mention that a relative clause goes on from, or -1."""
    outline, token = scene.outline, scene.mentions[index].first
    if outline.low[token] not in ("who", "which"):
        return -1
    end = token - 1 if outline.classes[token - 1 : token] == "," else token
    for place in range(index - 1, max(-1, index - NEAR), -1):
        if scene.mentions[place].last == end and scene.mentions[place].kind != "pronoun":
            return place if may_be_owner(scene, place, outline.low[token]) else -1
    return -1


def may_be_owner(scene: Scene, place: int, pronoun: str) -> bool:
    """No body is "who", no person "which"."""
    mention = scene.mentions[place]
    kind, letter = mention.entity.kind if mention.entity else "", scene.outline.classes[mention.last - 1]
    if pronoun == "who":
        group = kind == "organisation" and mention.kind == "name"  # "the union Halyard, who said"
        return group or (kind in ("person", "") and letter not in "bd")
    return kind != "person" and letter not in "pt"


NEAR = 4


def just_introduced(scene: Scene, index: int, previous: Previous) -> Entity | None:
    """ "Pete Roe saw it differently. "Never," said the former captain.": whom the sentence before is about.

    That is its subject, or the only one named there; only if nobody has spoken since.
    """
    phrase, outline = scene.mentions[index], scene.outline
    sentence = outline.sentence[phrase.first]
    while sentence and outline.classes[slice(*outline.sentences[sentence])].startswith("Q"):
        sentence -= 1
    first, last = outline.sentences[sentence]
    if outline.classes[phrase.last - 1] not in "px" or last > phrase.first or first <= previous.token:
        return None
    if outline.paragraph(first) != outline.paragraph(phrase.first):
        return None
    people = {
        entity.number: (entity, scene.verbs[place][0].letter != "0")
        for place in reversed(scene.between(first, last))
        if (entity := scene.mentions[place].entity) and entity.kind in ("person", "")
    }
    entity, acts = next(reversed(people.values()), (None, False))
    return entity if entity and (acts or len(people) == 1) and may_be(phrase, entity) else None


LEAD, INTRODUCTION, MOST = 3, 2, 60
UNNAMED = frozenset({"unnamed", "anonymous", "unidentified"})


def introduced(scene: Scene, index: int) -> Entity | None:
    """Whom the next paragraph names ("Jane Roe, of ...") if "a headteacher" opens the article."""
    phrase, outline = scene.mentions[index], scene.outline
    paragraph = outline.paragraph(phrase.first)
    opens = paragraph < LEAD and outline.low[phrase.first] in ("a", "an") and not phrase.plural
    speaks_for = phrase.head in scene.language.words("nouns", "spokespersons")
    unnamed = not UNNAMED.isdisjoint(outline.low[phrase.first : phrase.last])
    if phrase.kind != "nominal" or not opens or outline.classes[phrase.last - 1] not in "pt":
        return None
    if speaks_for or unnamed:
        return None
    last = outline.paragraphs[min(paragraph + INTRODUCTION, len(outline.paragraphs) - 1)][1]
    named = (i for i in scene.between(0, last)[:MOST] if is_full_name(scene.mentions[i]))
    first = next(named, -1)
    return names_whom(scene, first, phrase, paragraph) if first >= 0 else None


def is_full_name(mention: Mention) -> bool:
    entity = mention.entity
    return mention.kind == "name" and entity is not None and entity.kind == "person" and len(entity.parts) > 1


def names_whom(scene: Scene, index: int, phrase: Mention, paragraph: int) -> Entity | None:
    """The first person named in full, behind the lead, whose description does not contradict."""
    name, outline, entity = scene.mentions[index], scene.outline, scene.mentions[index].entity
    if entity is None or outline.paragraph(name.first) <= paragraph or not may_be(phrase, entity):
        return None
    roles = entity.roles & scene.language.words("nouns", "people")
    roles |= {name.title} - scene.language.words("evidence", "courtesy") - {""}
    apposed = outline.classes[name.first - 1] == ","
    acts = scene.verbs[index][0].letter != "0" or outline.classes[name.last : name.last + 1] == ","
    return entity if acts and not apposed and (not roles or phrase.head in roles) else None
