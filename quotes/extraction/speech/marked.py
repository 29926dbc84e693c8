"""A marked passage with all that tells speech from titles and terms, looked up once."""

from dataclasses import dataclass

from quotes.extraction.scene import Scene, key_of, window
from quotes.extraction.setting import Setting

from .wording import case_of, inner_of, length_of, pattern_of, size_of

NAMING_REACH = 3
OFTEN = 3


@dataclass(frozen=True, slots=True)
class Marked:
    """``first`` and ``last`` bound the sentence (tokens); ``words`` are those inside the marks.

    ``again`` counts how often the article marks these very words (up to three); ``naming`` says whether
    a word near the marks tells that something is called so.
    """

    scene: Scene
    setting: Setting
    text: str
    words: list[str]
    first: int
    last: int
    length: int
    size: str
    case: str
    inner: str
    pattern: str
    again: int
    naming: str

    def word(self, distance: int) -> str:
        """The word so many tokens behind the passage (in front of it: negative), or ``^``, ``$``."""
        place = self.setting.token + distance
        if place < self.first:
            return "^"
        return self.scene.outline.low[place] if place < self.last else "$"

    def left(self, count: int) -> str:
        """The classes of the last tokens in front of the passage within its sentence."""
        token = self.setting.token
        return self.scene.outline.classes[max(self.first, token - count) : token]


def marked(scene: Scene, setting: Setting, text: str) -> Marked:
    first, last = window(scene.outline, setting.token)
    words = text.split()
    return Marked(
        scene=scene,
        setting=setting,
        text=text,
        words=words,
        first=first,
        last=last,
        length=length_of(words),
        size=size_of(words),
        case=case_of(words),
        inner=inner_of(words, scene.language),
        pattern=pattern_of(words, scene.language),
        again=min(OFTEN, scene.said[key_of(text)]),
        naming=naming(scene, setting.token, first, last),
    )


def naming(scene: Scene, token: int, first: int, last: int) -> str:
    """Does a word right before or after say that something is called so?"""
    words = scene.language.words("attribution", "naming")
    low = scene.outline.low
    for distance in range(1, NAMING_REACH + 1):
        if token - distance >= first and low[token - distance] in words:
            return f"before {distance}"
    return "after" if token + 1 < last and low[token + 1] in words else "no"
