"""Puts passages together that one person said in one breath.

``"A," she said, "b."`` is one utterance of two segments, and so is ``"A." She said. "B."``; a
speech over several paragraphs is one as well. Two fragments in one sentence of the reporter's
(``called it "a" and "b"``) are two.
"""

from dataclasses import dataclass

from .choices import Attribution
from .marks import Passage
from .quotation import Kind
from .scene import Scene, says

SPEECH = 0.5
COMPOUND = 0.6
LONGEST_TAG = 30
LONG = 9
FINAL = (".", ",", "?", "!", "…", ":", ";", "—", "–", "-")


@dataclass(slots=True)
class Utterance:
    """One quote: ``parts`` are its passages as attributed, in reading order."""

    parts: list[Attribution]
    kind: Kind
    lead: Attribution

    def add(self, scene: Scene, part: Attribution) -> None:
        """Takes a part on; the lead is the part whose speaker is the surest: the others follow it."""
        self.parts.append(part)
        if sureness(scene, part) > sureness(scene, self.lead):
            self.lead = part


def sureness(scene: Scene, part: Attribution) -> tuple[bool, float]:
    """Is the speaker named in the sentence of the words, as who says them? Then how likely that is."""
    if not part.choices:
        return False, 0.0
    choice, outline = part.choices[0], scene.outline
    near = outline.sentence[scene.mentions[choice.mention].first] == outline.sentence[part.token]
    return near and any(says(verb) for verb in scene.verbs[choice.mention]), choice.chance


def utterances(scene: Scene, attributions: list[Attribution]) -> list[Utterance]:
    found: list[Utterance] = []
    for part in attributions:
        kind = kind_of(scene, part)
        last = found[-1] if found else None
        if last and kind == "unattributed" and last.kind == "direct" and goes_on(scene, last.parts[-1], part):
            kind = "direct"
        if last and last.kind != "unattributed" and kind != "unattributed" and joins(scene, last, part):
            last.add(scene, part)
            last.kind = "direct" if "direct" in (last.kind, kind) else "mixed"
        else:
            found.append(Utterance([part], kind, part))
    return found


def kind_of(scene: Scene, part: Attribution) -> Kind:
    """Complete words are direct, a fragment in the reporter's sentence is mixed."""
    passage = scene.passages[part.passage]
    if passage.continues:
        return "direct"
    text = scene.text(passage)
    whole = complete(text)
    if part.speech < SPEECH and not (part.speech and whole and sentences_long(text)):
        return "unattributed"
    if len(text.split()) < 2 and not (whole and text[-1] in ".,?!"):
        return "mixed" if compound(text) and part.speech > COMPOUND else "unattributed"
    outline, token = scene.outline, part.token
    first = outline.sentences[outline.sentence[token]][0]
    before = outline.classes[token - 1] if token > first else "^"
    if before in "^,:;.-?!(Q" and whole:
        return "direct"
    return "direct" if before in "VT" and whole and text[-1] in ".?!," else "mixed"


def compound(text: str) -> bool:
    """ "Ill-timed" is two words that a hyphen joins."""
    first, _, rest = text.partition("-")
    return first.isalpha() and len(rest) > 1


def sentences_long(text: str) -> bool:
    """Too long for a title or a term, and ended like a sentence."""
    return text[-1] in ".,?!…" and text.count(" ") >= LONG - 1


def complete(text: str) -> bool:
    """Do the words start like a sentence?"""
    letters = text.lstrip("'‘’[($…. ")
    return bool(letters) and (letters[0].isupper() or letters[0].isdigit())


def goes_on(scene: Scene, last: Attribution, part: Attribution) -> bool:
    """ "A," she said, "b.": the second half is speech because the first is."""
    outline = scene.outline
    middle = outline.classes[last.token + 1 : part.token]
    comma = scene.text(scene.passages[last.passage]).endswith(",") and middle.endswith(",")
    one_sentence = outline.sentence[last.token] == outline.sentence[part.token]
    return one_sentence and comma and "V" in middle and "Q" not in middle


def joins(scene: Scene, utterance: Utterance, part: Attribution) -> bool:
    """Does a passage go on with the utterance before it?"""
    last = utterance.parts[-1]
    before, passage = scene.passages[last.passage], scene.passages[part.passage]
    if passage.continues:
        return not spoken_by_another(utterance.lead, part)
    if before.paragraph != passage.paragraph or not same_speaker(utterance.lead, part):
        return False
    return split_by_tag(scene, last, part, before)


SURE = 0.8


def spoken_by_another(lead: Attribution, part: Attribution) -> bool:
    """Did a closing mark get lost, and somebody else speaks for sure?"""
    if not (lead.choices and part.choices) or same_speaker(lead, part):
        return False
    return lead.choices[0].chance > SURE and part.choices[0].chance > SURE


def same_speaker(one: Attribution, other: Attribution) -> bool:
    if not one.choices or not other.choices:
        return False
    a, b = one.choices[0], other.choices[0]
    if a.entity is None and b.entity is None and max(a.described, b.described) >= 0:
        return (a.described if a.described >= 0 else a.mention) == (
            b.described if b.described >= 0 else b.mention
        )
    return a.mention == b.mention or (a.entity is not None and a.entity is b.entity)


def split_by_tag(scene: Scene, last: Attribution, part: Attribution, before: Passage) -> bool:
    """Stands nothing but ``she said`` between the two passages?"""
    outline = scene.outline
    middle = outline.classes[last.token + 1 : part.token]
    if (
        len(middle) > LONGEST_TAG
        or not scene.text(before).endswith(FINAL)
        or not complete(scene.text(before))
    ):
        return not middle and before.end < scene.passages[part.passage].start
    sentences = outline.sentence[part.token] - outline.sentence[last.token]
    starts = outline.sentences[outline.sentence[part.token]][0] == part.token
    return sentences == 0 or (sentences == 1 and starts) or (sentences == 2 and starts and "V" in middle)
