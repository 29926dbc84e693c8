"""Sources without a name: "the spokesperson" is the "spokesperson for Sound Ferries" described before."""

from .mention import Mention
from .scene import Scene

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
    for place in reversed(scene.between(first, pronoun.first)):
        mention = scene.mentions[place]
        fits = mention.kind == "nominal" and mention.entity is None and not mention.plural
        person = outline.classes[mention.last - 1] in "pt" and mention.gender in ("", pronoun.gender)
        subject, inverted = scene.verbs[place]
        acts = subject.letter != "0" or inverted.letter == "V"
        if fits and person and acts and outline.low[mention.first] in INDEFINITE:
            return place
    return -1
