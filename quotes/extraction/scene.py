"""An article made ready for attribution: its marks, its tokens, its mentions and the verbs of these."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .document import Document
from .given import Layout, given_speakers
from .language import Language
from .marks import Passage, find_passages
from .mention import Mention
from .mentions import find_mentions
from .names import Gender
from .outline import Outline, outline
from .syntax import Verb, inverted_verb, subject_verb
from .unmarked import Turn, find_turns, passage_of

SPOKEN = 30
MANY, FAR, LOOK_BACK = 40, 120, 4


@dataclass(frozen=True, slots=True)
class Previous:
    """The passage attributed last: its token, the mention chosen (an index), and who that is."""

    token: int = -1
    mention: int = -1
    entity: int = -1


@dataclass(slots=True)
class Scene:
    """An article made ready for attribution. ``verbs`` holds (subject verb, inverted verb) by mention.

    ``meant`` are the genders of the pronouns that have stood for entities (by their numbers) so far;
    ``unnamed`` is the mention that describes who spoke last, if that is nobody named, else -1.
    """

    document: Document
    outline: Outline
    passages: Sequence[Passage]
    mentions: list[Mention]
    language: Language
    verbs: list[tuple[Verb, Verb]] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    tokens: dict[int, int] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)
    sayers: list[int] = field(default_factory=list)
    speaking: set[int] = field(default_factory=set)
    kinds: list[str] = field(default_factory=list)
    lead_ins: dict[int, str] = field(default_factory=dict)
    scores: dict[int, float] = field(default_factory=dict)
    families: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, set[int]] = field(default_factory=dict)
    given: dict[int, int] = field(default_factory=dict)
    meant: dict[int, Gender] = field(default_factory=dict)
    unnamed: int = -1

    def __post_init__(self) -> None:
        lemmas = self.language.verb_forms
        self.firsts = [mention.first for mention in self.mentions]
        self.kinds = [kind_of(mention, self.outline.classes) for mention in self.mentions]
        self.verbs = [
            (subject_verb(self.outline, m, lemmas), inverted_verb(self.outline, m, lemmas))
            for m in self.mentions
        ]
        bind_governed(self)
        self.at = {m.first: index for index, m in enumerate(self.mentions) if m.kind == "name"}
        self.families.update(p.family for p in self.passages if not p.nested and p.end - p.start > SPOKEN)
        self.said.update(key_of(self.text(passage)) for passage in self.passages)
        for mention in self.mentions:
            if mention.entity is not None and mention.kind == "name":
                self.surnames.setdefault(mention.entity.last, set()).add(mention.entity.number)
        self.sayers = [
            i for i, (subject, inverted) in enumerate(self.verbs) if says(subject) or says(inverted)
        ]
        said = (self.mentions[index].entity for index in self.sayers)
        self.speaking = {entity.number for entity in said if entity is not None}
        self.tokens = {number: token for token, number in enumerate(self.outline.passage) if number >= 0}

    def minor_marks(self, passage: Passage) -> bool:
        """Are the passage's marks not those that the article uses for speech?"""
        other = "single" if passage.family == "double" else "double"
        return self.families[other] > self.families[passage.family]

    def sayers_before(self, index: int) -> list[int]:
        """The last few subjects of verbs of saying in front of a mention."""
        place = bisect_left(self.sayers, index)
        return self.sayers[max(0, place - 8) : place]

    def aside(self, token: int, paragraph: int) -> bool:
        """Does a token stand in a caption, where that is not this paragraph?"""
        own = self.outline.paragraph(token)
        return own != paragraph and self.document.paragraphs[own].role == "caption"

    def text(self, passage: Passage) -> str:
        paragraph = self.document.paragraphs[passage.paragraph]
        return paragraph.text[passage.start - paragraph.start : passage.end - paragraph.start]

    def between(self, first: int, last: int) -> range:
        """Indexes of the mentions that start at tokens ``first <= t < last``."""
        return range(bisect_left(self.firsts, first), bisect_left(self.firsts, last))


def bind_governed(scene: Scene) -> None:
    """ "A source close to Roe told ...": Roe is no subject of the source's verb."""
    owned = {verb.token for verb, _ in scene.verbs if verb.bond == "phrase"}
    classes = scene.outline.classes
    for index, (mention, (verb, inverted)) in enumerate(zip(scene.mentions, scene.verbs, strict=True)):
        if verb.token in owned and verb.bond in ("direct", "apposition", "apposed"):
            front = classes[max(0, mention.first - 3) : mention.first].rstrip("DStxp")
            if front.endswith("P"):
                scene.verbs[index] = verb._replace(bond="governed"), inverted


def kind_of(mention: Mention, classes: str) -> str:
    """A short word for the sort of mention."""
    if mention.kind == "pronoun":
        return mention.head
    if mention.kind == "name":
        return (mention.entity.kind if mention.entity else "") or "name"
    return f"nominal-{classes[mention.last - 1]}"


def says(verb: Verb) -> bool:
    """Is somebody who hangs on this verb its speaker ("she told"), not its hearer ("she was told")?"""
    return verb.letter == "V" and verb.bond != "passive"


@dataclass(frozen=True, slots=True)
class Speech:
    """What may be speech: words in marks, and turns of a transcript that have none."""

    passages: list[Passage]
    turns: list[Turn]


def find_speech(document: Document, language: Language) -> Speech:
    turns = find_turns(document.paragraphs, language)
    marked = [without_turn(document, passage) for passage in find_passages(document.paragraphs)]
    return Speech(with_turns(document, marked, turns), turns)


def make_scene(document: Document, language: Language, speech: Speech | None = None) -> Scene:
    """Marks, tokens and mentions of an article."""
    speech = speech or find_speech(document, language)
    passages, turns = speech.passages, speech.turns
    lines = outline(document.paragraphs, passages, language)
    mentions = find_mentions(document, lines, passages, language)
    scene = Scene(document, lines, passages, mentions, language)
    scene.given = given_speakers(
        Layout(document, lines, passages, mentions, scene.tokens, scene.firsts), turns
    )
    return scene


def with_turns(document: Document, marked: list[Passage], turns: Sequence[Turn]) -> list[Passage]:
    """The marked passages and the unmarked speech, in which marks are nested."""
    whole = {turn.paragraph: passage_of(turn, document.paragraphs) for turn in turns}
    inside = [
        replace(passage, nested=True) if passage.paragraph in whole else passage
        for passage in marked
        if passage.paragraph not in whole or passage.start >= whole[passage.paragraph].start
    ]
    return sorted([*inside, *whole.values()], key=lambda passage: (passage.start, -passage.end))


TURN = re.compile(r"(?:[A-Z][A-Z.'’-]+ ?){1,4}:\s+|[QA]:\s+")


def without_turn(document: Document, passage: Passage) -> Passage:
    """A transcript in marks ("SMITH: We won."): the words begin after the name."""
    paragraph = document.paragraphs[passage.paragraph]
    turn = TURN.match(paragraph.text, passage.start - paragraph.start, passage.end - paragraph.start)
    if not turn or passage.nested or turn.end() + paragraph.start >= passage.end:
        return passage
    return replace(passage, start=turn.end() + paragraph.start, continues=False)


def candidates(scene: Scene, token: int, previous: Previous) -> list[int]:
    """Who may have said the passage at this token: the mentions of its paragraph and near it."""
    outline = scene.outline
    paragraph = outline.paragraph(token)
    first, last = outline.paragraphs[paragraph]
    found = list(scene.between(max(first, token - FAR), min(last, token + FAR)))
    while len(found) > MANY:
        found.pop(0 if token - scene.firsts[found[0]] > scene.firsts[found[-1]] - token else -1)
    earlier: list[int] = []
    for index in range(paragraph - 1, max(-1, paragraph - 1 - LOOK_BACK), -1):
        earlier = list(scene.between(*outline.paragraphs[index]))[-8:]
        if earlier:
            break
    if 0 <= previous.mention < (earlier or found or [0])[0]:
        earlier = [previous.mention, *earlier]
    return earlier + found


def window(outline: Outline, token: int) -> tuple[int, int]:
    """The sentence of a token, or as much of an endless one as matters."""
    first, last = outline.sentences[outline.sentence[token]]
    return max(first, token - FAR), min(last, token + FAR)


def key_of(text: str) -> str:
    """Marked words as compared with others: without their end punctuation."""
    return text.strip(".,;:?!'’\"").lower()
