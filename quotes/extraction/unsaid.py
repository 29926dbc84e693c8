"""Marked words that nobody is reported to have said: negated, imagined, or what people in general say."""

from .scene import Scene
from .setting import Setting
from .speech import case_of

CONDITION = 12
CALLING = ("call", "calls")
WOULD = ("were", "was")


def unsaid(scene: Scene, quote: Setting, index: int) -> bool:
    """Would the candidate, by the words around the verb of the quote, not have said them?"""
    if by_nobody(scene, quote, index) or imagined(scene, quote) or customary(scene, quote, index):
        return True
    return is_title(scene, quote)


def by_nobody(scene: Scene, quote: Setting, index: int) -> bool:
    """ "Nobody skated home and said ...", "No official said ..."."""
    mention, low = scene.mentions[index], scene.outline.low
    same = scene.outline.sentence[mention.first] == quote.sentence
    return same and (mention.head in scene.language.words("nouns", "nobody") or low[mention.first] == "no")


def imagined(scene: Scene, quote: Setting) -> bool:
    """ "If someone were to say ..."."""
    verb, low = quote.governor, scene.outline.low
    if verb < 3 or low[verb - 1] != "to" or low[verb - 2] not in WOULD:
        return False
    first = scene.outline.sentences[scene.outline.sentence[verb]][0]
    return "if" in low[max(first, verb - CONDITION) : verb] or low[verb - 2] == "were"


def customary(scene: Scene, quote: Setting, index: int) -> bool:
    """ "What they call a weekend skater", "what is known as"; but "what he calls" is his word."""
    verb, low = quote.governor, scene.outline.low
    mention = scene.mentions[index]
    if verb < 2 or low[verb] not in CALLING or low[verb - 2] != "what":
        return False
    return low[verb - 1] in scene.language.words("nouns", "generally") and mention.first <= verb


def is_title(scene: Scene, quote: Setting) -> bool:
    """ "Her novel, "The Ice", ..." and "under the title "Of ice and men"": the name of a work."""
    low, token = scene.outline.low, quote.token
    text = scene.text(scene.passages[scene.outline.passage[token]])
    work = token - 2 if low[token - 1 : token] == [","] else token - 1
    if work < 1 or text[-1:] in ".?!" or scene.outline.sentence[work] != quote.sentence:
        return False
    if low[work] == "title" and low[work - 1] == "the":
        return True
    return low[work] in scene.language.words("nouns", "works") and case_of(text.split()) in ("title", "all")
