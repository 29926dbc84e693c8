"""The place of a quote: its sentence, what stands around it, and the verb that it hangs on."""

from dataclasses import dataclass

from .scene import Previous, Scene, window


@dataclass(slots=True)
class Setting:
    """What is the same for all candidates of one quote."""

    token: int
    sentence: int
    paragraph: int
    shape: str
    left: str
    right: str
    sayers: list[int]
    governor: int
    previous: Previous


def setting(scene: Scene, token: int, previous: Previous) -> Setting:
    outline = scene.outline
    sentence = outline.sentence[token]
    first, last = window(outline, token)
    classes = outline.classes
    return Setting(
        token=token,
        sentence=sentence,
        paragraph=outline.paragraph_of_sentence[sentence],
        shape=shape_of(scene, token, first, last),
        left=classes[max(first, token - 3) : token],
        right=classes[token + 1 : min(last, token + 4)],
        sayers=[
            i
            for i in scene.between(first, last)
            if "V" in (scene.verbs[i][0].letter, scene.verbs[i][1].letter)
        ],
        governor=governing_verb(classes, token, first, last),
        previous=previous,
    )


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


def link(scene: Scene, quote: Setting) -> str:
    """What stands between the governing verb and a quote behind it: the mark, and whether it is near."""
    if not 0 <= quote.governor < quote.token:
        return "none"
    gap = quote.token - quote.governor
    near = "next" if gap <= NEXT else "near" if gap <= GOVERNED_AFTER else "far"
    return f"{near} {quote.left[-1:] if quote.left[-1:] in ',:' else 'word'}"


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
