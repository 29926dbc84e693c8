"""Passages that are nobody's speech wherever they stand: headlines, and what is written on things."""

from quotes.extraction.scene import Scene
from quotes.extraction.setting import Setting

HEADLINE = 160


def in_headline(scene: Scene, paragraph: int) -> bool:
    """Is a paragraph the headline: by its role, or the short first line of a plain text?"""
    first = scene.document.paragraphs[paragraph]
    if first.role == "headline":
        return True
    plain = (
        paragraph == 0
        and first.role == "body"
        and not scene.document.title
        and len(scene.document.paragraphs) > 2
    )
    return plain and len(first.text) < HEADLINE and first.text.count(". ") == 0


def written_on(scene: Scene, index: int) -> bool:
    """Is what would be the speaker a sign or a plaque?"""
    return scene.mentions[index].head in scene.language.words("nouns", "signs")


def on_a_sign(scene: Scene, quote: Setting) -> bool:
    """Does a sign follow that bears the words ("Skate Free" banners), and nobody says them?"""
    following = scene.outline.low[quote.token + 1 : quote.token + 2]
    return quote.governor < 0 and not scene.language.words("nouns", "signs").isdisjoint(following)
