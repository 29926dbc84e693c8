"""Who acts in a passive clause: "described by Jane Roe as "vital"", "dubbed "a farce" by Ann Doe"."""

import re

from .discourse import subject_of
from .mention import described_end
from .outline import Outline
from .scene import Scene
from .setting import Setting
from .speech import case_of

NOUN_PHRASE = "DSgNtpbdxv#k-"
LONGEST = 10
# Behind the agent: who that is; then "as", "for showing", "that she had", or a colon.
LINK = re.compile(r"(?:,[DSNtpbdxgPC#-]{1,16},)?[WP]?[DSH]?A?[RxvN#g]{0,3}P?D?x{0,2}[:,]?Q")


def is_agent(scene: Scene, quote: Setting, index: int) -> bool:
    """Is the candidate the one by whom, in a passive clause, the words are said?"""
    mention, outline = scene.mentions[index], scene.outline
    if mention.kind == "pronoun" or outline.sentence[mention.first] != quote.sentence:
        return False
    by = preposition(outline, mention.first)
    if by < 0 or outline.low[by] != "by":
        return False
    if mention.first > quote.token:
        return by == quote.token + 1 and calls(scene, quote)
    behind = described_end(outline, mention)
    linked = LINK.fullmatch(outline.classes, behind, quote.token + 1) is not None
    return linked and is_participle(
        outline, by - 1, "VT" if "as" in outline.low[behind : quote.token] else "V"
    )


def introduces(scene: Scene, quote: Setting, index: int) -> bool:
    """ "Roe hit back: ...": does the candidate act in the few words in front of a colon, by any verb?"""
    outline, token = scene.outline, quote.token
    first = outline.sentences[quote.sentence][0]
    if outline.classes[token - 1 : token] != ":" or not 0 < token - first <= LONGEST:
        return False
    return "V" not in outline.classes[first:token] and subject_of(scene, first, token) == index


def preposition(outline: Outline, token: int) -> int:
    """What governs the noun phrase in which a token stands, -1 where nothing does."""
    first = max(outline.sentences[outline.sentence[token]][0], token - LONGEST)
    place = first + len(outline.classes[first:token].rstrip(NOUN_PHRASE)) - 1
    return place if place >= first and outline.classes[place] == "P" else -1


def calls(scene: Scene, quote: Setting) -> bool:
    """Does a participle ("dubbed", "described as a") stand in front of the words, and are these no title?"""
    outline, verb = scene.outline, quote.token - 1
    verb -= outline.classes[verb] == "D"
    verb -= outline.low[verb] == "as"
    text = scene.text(scene.passages[outline.passage[quote.token]])
    return is_participle(outline, verb, "V") and case_of(text.split()) not in ("title", "all")


def is_participle(outline: Outline, token: int, letters: str) -> bool:
    """Does a participle of these classes stand here, adverbs and a day behind it aside?"""
    while token > 0 and outline.classes[token] in "RE":
        token -= 1
    return token >= 0 and outline.classes[token] in letters and not outline.low[token].endswith(("ing", "s"))
