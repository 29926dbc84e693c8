"""One pronoun (or "the 34-year-old") in its place: what is the same for everybody whom it may stand for."""

from dataclasses import dataclass

from .agreement import likely, may_be
from .mention import Mention
from .scene import Previous, Scene

REACH = 120
MOST_SINCE = 2
WORDS = {"he": "he", "she": "he", "his": "his", "her": "his", "him": "his"}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """``previous`` is who spoke last, ``since`` how many who fit were named since (2 stands for more)."""

    index: int
    mention: Mention
    sentence: int
    word: str
    position: str
    acts: bool
    since: int
    previous: Previous


def pronoun_at(scene: Scene, index: int, previous: Previous) -> Pronoun:
    outline, mention = scene.outline, scene.mentions[index]
    sentence = outline.sentence[mention.first]
    return Pronoun(
        index=index,
        mention=mention,
        sentence=sentence,
        word=WORDS.get(mention.head, mention.head) if mention.kind == "pronoun" else "he",
        position="start" if mention.first == outline.sentences[sentence][0] else "later",
        acts=any(verb.letter != "0" for verb in scene.verbs[index]),
        since=named_since(scene, index, previous.token),
        previous=previous,
    )


def named_since(scene: Scene, index: int, token: int) -> int:
    """How many who may be meant were named behind a token (2 stands for more)."""
    pronoun, seen = scene.mentions[index], set[int]()
    for place in range(index - 1, max(-1, index - REACH), -1):
        mention = scene.mentions[place]
        if mention.first <= token or len(seen) == MOST_SINCE:
            break
        if mention.entity is not None and may_be(pronoun, mention.entity) and likely(mention.entity):
            seen.add(mention.entity.number)
    return len(seen)
