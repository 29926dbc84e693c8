"""The place of a quote: its sentence, what stands around it, and the verb that it hangs on."""

from bisect import bisect_left
from dataclasses import dataclass

from .outline import Outline
from .scene import Previous, Scene, window


@dataclass(slots=True)
class Setting:
    """What is the same for all candidates of one quote.

    ``governor`` is the verb that it hangs on (-1 for none), ``participle`` whether that is one, ``link`` what
    stands between both, ``near`` where the last quote stands. The mentions in front of it are those before
    ``front``, those behind it begin at ``behind``.
    """

    token: int
    sentence: int
    paragraph: int
    shape: str
    left: str
    right: str
    sayers: list[int]
    governor: int
    participle: bool
    link: str
    previous: Previous
    near: str
    front: int
    behind: int


def setting(scene: Scene, token: int, previous: Previous) -> Setting:
    outline = scene.outline
    sentence = outline.sentence[token]
    first, last = window(outline, token)
    classes = outline.classes
    left = classes[max(first, token - 3) : token]
    governor = governing_verb(classes, token, first, last)
    return Setting(
        token=token,
        sentence=sentence,
        paragraph=outline.paragraph_of_sentence[sentence],
        shape=shape_of(scene, token, first, last),
        left=left,
        right=classes[token + 1 : min(last, token + 4)],
        sayers=[
            i
            for i in scene.between(first, last)
            if "V" in (scene.verbs[i][0].letter, scene.verbs[i][1].letter)
        ],
        governor=governor,
        participle=governor >= 0 and outline.low[governor].endswith("ing"),
        link=link(token - governor if governor >= 0 else 0, left[-1:]),
        previous=previous,
        near=near(outline, sentence, previous.token),
        front=bisect_left(scene.firsts, token),
        behind=bisect_left(scene.firsts, token + 1),
    )


def near(outline: Outline, sentence: int, previous: int) -> str:
    """Where the quote before stands (its token): in this sentence, this paragraph, or elsewhere."""
    if previous < 0:
        return "none"
    other = outline.sentence[previous]
    if other == sentence:
        return "sentence"
    same = outline.paragraph_of_sentence[other] == outline.paragraph_of_sentence[sentence]
    return "paragraph" if same else "far"


GOVERNED_AFTER = 8
NEXT = 3


def governing_verb(classes: str, token: int, first: int, last: int) -> int:
    """The verb that the quote most likely hangs on: of saying, before it, else right behind; or -1."""
    before = classes.rfind("Q", first, token)
    found = classes.rfind("V", max(first, before + 1), token)
    if found >= 0:
        return found
    after = classes.find("V", token + 1, min(last, token + 1 + GOVERNED_AFTER))
    if after >= 0 and "Q" not in classes[token + 1 : after]:
        return after
    return classes.rfind("V", first, token)


def link(gap: int, before: str) -> str:
    """How far behind its verb a quote stands (in tokens), and the mark in front of it."""
    if gap <= 0:
        return "none"
    near = "next" if gap <= NEXT else "near" if gap <= GOVERNED_AFTER else "far"
    return f"{near} {before if before and before in ',:' else 'word'}"


def shape_of(scene: Scene, token: int, first: int, last: int) -> str:
    """How the quote sits in its sentence: alone, opening, closing or within; and how it ends."""
    alone = (
        "alone"
        if last - first <= 2
        else "opens"
        if token == first
        else "closes"
        if token >= last - 2
        else "within"
    )
    passage = scene.passages[scene.outline.passage[token]]
    length = passage.end - passage.start
    return f"{alone} {'short' if length < 30 else 'long'}"
