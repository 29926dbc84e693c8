"""What the sentences around a pronoun tell of whom it means: who acts, who is spoken to, who is spoken of."""

import re
from collections.abc import Iterator

from .agreement import may_be
from .names import Entity, pronoun_genders
from .scene import Scene

NAMES_ITSELF = re.compile(r"\b(?:I[’']?m|I am|[Mm]y name|[Cc]all me|I,)\s")
SUBJECTS = frozenset({"he", "she"})
CLAUSE = 12
MOST, FAR = 40, 120  # mentions or sentences, tokens: endless ones are not read to their end
WORD, OPENING = re.compile(r"[A-Za-z]+"), 40  # characters
ACTING = frozenset("VTAWQ")
FRONT = re.compile(r"(?:^|,)[RCDtpxNEvg#]{0,8}$")
OPENS = re.compile(r"R?[xv](?=[DPSNHRE#.,CW])")  # an unknown verb behind a name


def subject_before(scene: Scene, index: int) -> int:
    """The mention that is the subject of the reporter's sentence before that of "he" or "she", or -1.

    A name in the sentence of the pronoun leaves it open.
    """
    outline, pronoun = scene.outline, scene.mentions[index]
    if pronoun.head not in SUBJECTS:
        return -1
    own = outline.sentence[pronoun.first]
    for place in scene.between(outline.sentences[own][0], pronoun.first)[-MOST:]:
        entity = scene.mentions[place].entity
        if entity is not None and may_be(pronoun, entity):
            return -1
    first = first_token(scene, own)
    for sentence in range(own - 1, max(-1, own - MOST), -1):
        start, end = outline.sentences[sentence]
        if start < first:
            return -1
        if outline.classes[start:end].strip("Q."):
            return subject_of(scene, start, end)
    return -1


def first_token(scene: Scene, sentence: int) -> int:
    """Where the reporter's words begin that lead up to a sentence: of its paragraph, or of the one before.

    The one before counts where nobody speaks in it, and the sentence opens its paragraph.
    """
    outline = scene.outline
    paragraph = outline.paragraph_of_sentence[sentence]
    first = outline.paragraphs[paragraph][0]
    if outline.sentences[sentence][0] > first or not paragraph:
        return first
    before = outline.paragraphs[paragraph - 1]
    return first if "Q" in outline.classes[slice(*before)][-FAR:] else before[0]


def subject_of(scene: Scene, start: int, end: int) -> int:
    """The subject of the main clause of the sentence ``start:end``, or -1."""
    outline = scene.outline
    for index in scene.between(start, min(end, start + FAR)):
        mention = scene.mentions[index]
        front = outline.classes[start : mention.first]
        if not ACTING.isdisjoint(front):
            return -1
        if mention.kind == "pronoun" and outline.classes[mention.first] != "H":
            continue
        opens = mention.kind == "name" and not front and OPENS.match(outline.classes, mention.last, end)
        if (scene.verbs[index][0].letter != "0" or opens) and FRONT.search(front):
            return index
    return -1


def hears(scene: Scene, index: int, entity: Entity) -> bool:
    """ "She told Doe", "he said of Doe": nobody is named behind a pronoun that means him in its clause."""
    pronoun, outline = scene.mentions[index], scene.outline
    last = outline.sentences[outline.sentence[pronoun.first]][1]
    behind = outline.classes[pronoun.last : min(last, pronoun.last + CLAUSE)]
    stop = re.search("[Q,;:]", behind)
    end = pronoun.last + (stop.start() if stop else len(behind))
    return any(scene.mentions[i].entity is entity for i in scene.between(pronoun.last, end))


def is_other(scene: Scene, index: int, entity: Entity) -> bool:
    """Has somebody of unknown gender been "he" already, where the pronoun is "she"?"""
    gender = scene.mentions[index].gender
    return bool(gender) and scene.meant.get(entity.number, gender) != gender


def is_spoken_of(scene: Scene, index: int, entity: Entity) -> bool:
    """Is somebody named in the words that the pronoun says, and does not introduce himself?"""
    return any(is_in(entity, text) for text in words_of(scene, index))


def words_of(scene: Scene, index: int) -> Iterator[str]:
    """The marked words near a pronoun in its sentence."""
    outline, token = scene.outline, scene.mentions[index].first
    first, last = outline.sentences[outline.sentence[token]]
    for place in range(max(first, token - CLAUSE), min(last, token + CLAUSE)):
        if outline.passage[place] >= 0:
            yield scene.text(scene.passages[outline.passage[place]])


def speaks_of_another(scene: Scene, index: int) -> bool:
    """ "Doe lost. "He was tired," he said.": do the words begin with the "he" whom they are about?"""
    gender = scene.mentions[index].gender
    for text in words_of(scene, index):
        for word in WORD.findall(text[:OPENING]):
            if word in ("I", "My", "We", "Our"):
                return False
            if pronoun_genders(scene.language).get(word.lower()) == gender:
                return True
    return False


def is_in(entity: Entity, text: str) -> bool:
    """Do words name the entity in the third person?"""
    name = entity.parts[-1]
    if name not in text:
        return False
    found = re.search(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", text)
    return found is not None and not NAMES_ITSELF.search(text, max(0, found.start() - 20), found.end())
