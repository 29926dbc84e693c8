"""Which verb a mention is the subject of: the shallow grammar that replaces a parser.

Works on the classes of the outline alone. ``Smith , director of the bureau , said`` is bridged,
``of Smith said`` is left to the ranker.
"""

import re
from typing import NamedTuple

from .mention import Mention
from .outline import Outline

CLOSERS = {",": ",", "(": ")", "-": "-"}
PHRASE = frozenset("PDNtxSgpbd#EkRv")
LONGEST_APPOSITION = 30
BEFORE_VERB = re.compile(r"[RAW]{0,4}[VT]")
LONGEST_PHRASE = 10
BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})


class Verb(NamedTuple):
    """A verb's token, its class, how the mention is bound to it, and its dictionary form."""

    token: int
    letter: str
    bond: str
    lemma: str


NO_VERB = Verb(-1, "0", "none", "")


def subject_verb(outline: Outline, mention: Mention, lemmas: dict[str, str]) -> Verb:
    """The verb that follows its subject; ``NO_VERB`` where the mention is no subject."""
    classes, last = outline.classes, outline.sentences[outline.sentence[mention.first]][1]
    token, bond = mention.last, "direct"
    if token < last and classes[token] == "g":
        return NO_VERB
    if token < last and classes[token] == "P":
        token, bond = after_phrase(classes, token, last), "phrase"
    if classes[token : token + 1] == "," and is_apposed(classes, mention.first, token, last):
        token, bond = token + 1, "apposed"
    elif token < last and classes[token] in CLOSERS:
        token, bond = after_apposition(classes, token, last), "apposition"
    return verb_at(outline, token, last, bond, lemmas)


def is_apposed(classes: str, first: int, comma: int, last: int) -> bool:
    """Is a name itself the apposition: "the head of the rink, Ingrid Vale, said" (but not ", who said")?"""
    described = classes[comma + 1 : comma + 2] == "W"
    opened = classes[first - 1 : first] == "," and not described
    return opened and BEFORE_VERB.match(classes, comma + 1, last) is not None


def after_phrase(classes: str, token: int, last: int) -> int:
    for place in range(token, min(last, token + LONGEST_PHRASE)):
        joined = classes[place] == "C" and classes[place + 1 : place + 2] in ("N", "t")
        if classes[place] not in PHRASE and not joined:
            return place
    return last


def after_apposition(classes: str, token: int, last: int) -> int:
    """The token after the closing comma, bracket or dash; ``last`` where nothing closes.

    Of several commas (", 87, of Springfield, Ill., said") the one in front of a verb closes.
    """
    limit = min(last, token + LONGEST_APPOSITION)
    closer = CLOSERS[classes[token]]
    first = end = classes.find(closer, token + 1, limit)
    while end >= 0 and not BEFORE_VERB.match(classes, end + 1, limit):
        end = classes.find(closer, end + 1, limit)
    end = first if end < 0 else end
    if end < 0 or "Q" in classes[token:end]:
        return last
    return end + 1


def verb_at(outline: Outline, token: int, last: int, bond: str, lemmas: dict[str, str]) -> Verb:
    """The first verb from here on, over auxiliaries, adverbs and ``who``."""
    classes = outline.classes
    limit = min(last, token + 6)
    helped = passive = False
    while token < limit and (classes[token] in "RAW" or (helped and outline.low[token] == "once")):
        helped = helped or classes[token] == "A"
        passive = outline.low[token] in BEING if classes[token] == "A" else passive
        token += 1
    if token >= limit:
        return NO_VERB
    acting = reported(outline, token, last)
    passive = passive and acting == token
    token = said_after(outline, acting, last)
    letter = classes[token]
    if letter in "VTv" or (letter == "x" and helped):
        passive = passive and not outline.low[token].endswith("ing")
        return Verb(token, letter, "passive" if passive else bond, lemmas.get(outline.low[token], "other"))
    return NO_VERB if not helped else Verb(token - 1, "A", bond, "be")


def reported(outline: Outline, token: int, last: int) -> int:
    """ "Is said to have told": the verb of saying that is reported of its subject, else the first verb."""
    told = (
        outline.low[token + 1 : token + 3] == ["to", "have"] and outline.classes[token + 3 : token + 4] == "V"
    )
    return token + 3 if told and token + 3 < last else token


UNSAID = frozenset({"refuse", "refuses", "refused", "decline", "declines", "declined", "failed", "fails"})


def said_after(outline: Outline, token: int, last: int) -> int:
    """ "Used to say", "went on to say": the verb of saying that the first verb leads to, else that one."""
    for place in (token + 1, token + 2):
        following = outline.low[place : place + 1] == ["to"] and outline.classes[place + 1 : place + 2] == "V"
        if following and place + 1 < last and outline.low[token] not in UNSAID:
            return place + 1 if outline.classes[token] in "Tvx" else token
    return token


SUBJECT = "DSgNpbdxt#v"


def has_subject(classes: str, token: int) -> bool:
    """Does a verb's subject stand right in front of it ("Roe said the minister ...")?"""
    front = classes[max(0, token - 3) : token].rstrip("RA")
    return front[-1:] in ("N", "p", "b", "d", "H", "W")


def inverted_verb(outline: Outline, mention: Mention, lemmas: dict[str, str]) -> Verb:
    """The verb in front of its subject, as in ``said Smith`` and ``said the bank's director Smith``."""
    if outline.classes[mention.last : mention.last + 1] == "g":
        return NO_VERB
    start = max(outline.sentences[outline.sentence[mention.first]][0], mention.first - 10)
    token = start + len(outline.classes[start : mention.first].rstrip(SUBJECT)) - 1
    if token < start or outline.classes[token] not in "VT" or has_subject(outline.classes, token):
        return NO_VERB
    bond = "inverted" if token == mention.first - 1 else "inverted-far"
    return Verb(token, outline.classes[token], bond, lemmas.get(outline.low[token], "other"))
