"""What the article says about the saying: by what verb, in what role, on what occasion, where and when.

Everything is a span of the article; nothing is inferred.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from .choices import Choice
from .context import span_of
from .mention import Mention
from .quotation import Span
from .scene import Scene, window

AFTER_NAME = re.compile(r",([DSxNtpbdgPC#Rv-]{1,16})(?=[,.;]|$)")
BEFORE_NAME = re.compile(
    r"[DSNtpbdxg#-]*[ptb][DSNtpbdxg#-]*(?:P[Nxtpbd]{1,3}(?:C[xN])?)?$|[DSNtpbdxg#-]{0,8}$"
)
NOUN_PHRASE = frozenset("DSgNxtpbdEv#Rk-")
LONGEST_OCCASION = 9
LONGEST_CLAUSE = 150
DATE = re.compile(r"E(?:#(?:,#)?)?|#E(?:#)?")
PLACE = re.compile(r"P(N{1,3})")


def cue(scene: Scene, choice: Choice) -> Span | None:
    """The verb that binds the speaker to the words, or "according to"."""
    subject, inverted = scene.verbs[choice.mention]
    token = subject.token if subject.letter in "VT" else inverted.token
    if token < 0:
        return according(scene, scene.mentions[choice.mention])
    return tokens_span(scene, token, token + 1)


def according(scene: Scene, mention: Mention) -> Span | None:
    low = scene.outline.low
    first = mention.first - 2 - (low[max(0, mention.first - 1)] in ("the", "a", "an"))
    if first >= 0 and low[first] == "according" and low[first + 1] == "to":
        return tokens_span(scene, first, first + 2)
    return None


def tokens_span(scene: Scene, first: int, last: int) -> Span | None:
    outline = scene.outline
    return span_of(scene, outline.starts[first], outline.ends[last - 1], outline.paragraph(first))


# ---------------------------------------------------------------- role


def role(scene: Scene, choice: Choice) -> Span | None:
    """What the speaker is called where named: "chief executive of Meta"; the mention itself first."""
    mention = scene.mentions[choice.mention]
    places = [mention.first] if mention.kind == "name" else []
    if choice.entity:
        places += choice.entity.tokens[:4]
    for token in places:
        index = scene.at.get(token)
        if index is not None:
            found = role_at(scene, scene.mentions[index])
            if found:
                return found
    return None


def role_at(scene: Scene, mention: Mention) -> Span | None:
    outline = scene.outline
    first, last = outline.sentences[outline.sentence[mention.first]]
    behind = AFTER_NAME.match(outline.classes, mention.last, last)
    if behind and is_role(behind.group(1)):
        return tokens_span(scene, behind.start(1), behind.end(1))
    start = role_start(outline.classes, mention.first, first)
    front = outline.classes[start : mention.first]
    courtesy = scene.language.words("evidence", "courtesy")
    if not is_role(front) or courtesy.issuperset(outline.low[start : mention.first]):
        return None
    return tokens_span(scene, start, mention.first)


def is_role(classes: str) -> bool:
    return "p" in classes or "t" in classes


def role_start(classes: str, token: int, first: int) -> int:
    """The start of the words that stand right in front of a name: "the resort's general manager"."""
    start = token
    while start > first and token - start < 8 and classes[start - 1] in "NtpbdxgDS":
        start -= 1
        if classes[start] in "DS":
            break
    return start


# ---------------------------------------------------------------- occasion


def occasions(scene: Scene) -> list[tuple[int, int]]:
    """All occasions of the article as token ranges without their preposition, in order."""
    nouns = scene.language.words("evidence", "occasions")
    low = scene.outline.low
    return [
        found
        for token, word in enumerate(low)
        if word in nouns and (found := occasion_at(scene, token)) is not None
    ]


def occasion_at(scene: Scene, head: int) -> tuple[int, int] | None:
    """The noun phrase that this noun heads, if a preposition of time stands in front of it."""
    outline = scene.outline
    classes, low = outline.classes, outline.low
    first, last = outline.sentences[outline.sentence[head]]
    if head + 1 < last and classes[head + 1] in "xpbdN":
        return None
    prepositions = scene.language.words("evidence", "occasion_prepositions")
    for token in range(head - 1, max(first - 1, head - LONGEST_OCCASION), -1):
        if low[token] in prepositions:
            return (token + 1, head + 1) if token + 1 <= head else None
        if classes[token] not in NOUN_PHRASE and classes[token] not in "VT":
            return None
    return None


def occasion(scene: Scene, choice: Choice, token: int, known: list[tuple[int, int]]) -> Span | None:
    """The occasion in the quote's own sentence, else the last at which this speaker is said to speak."""
    outline = scene.outline
    near = {outline.sentence[token], outline.sentence[scene.mentions[choice.mention].first]}
    place = bisect_left(known, (token, 0))
    for first, last in known[max(0, place - 4) : place + 4]:
        if outline.sentence[first] in near:
            return tokens_span(scene, first, last)
    if place and spoke_there(scene, choice, known[place - 1][0]):
        return tokens_span(scene, *known[place - 1])
    return None


def spoke_there(scene: Scene, choice: Choice, token: int) -> bool:
    """Is the speaker the one who is said to speak in the sentence of an occasion?"""
    first, last = window(scene.outline, token)
    if choice.entity is None:
        return False
    return any(
        scene.verbs[index][0].letter == "V" and scene.mentions[index].entity is choice.entity
        for index in scene.between(first, last)
    )


# ---------------------------------------------------------------- place and date


def clause(scene: Scene, choice: Choice, token: int) -> Iterator[tuple[int, int]]:
    """The sentence of the quote, and that of the speaker where it is another one near by."""
    outline = scene.outline
    own, other = outline.sentence[token], outline.sentence[scene.mentions[choice.mention].first]
    yield around(token, *outline.sentences[own])
    if other != own and abs(other - own) <= 1:
        yield around(scene.mentions[choice.mention].first, *outline.sentences[other])


def around(token: int, first: int, last: int) -> tuple[int, int]:
    """The sentence ``first:last``, or so much of an endless one as stands near a token of it."""
    return max(first, token - LONGEST_CLAUSE), min(last, token + LONGEST_CLAUSE)


def said_on(scene: Scene, choice: Choice, token: int) -> Span | None:
    """The day that stands in the reporter's words about the saying."""
    for first, last in clause(scene, choice, token):
        found = DATE.search(scene.outline.classes, first, last)
        if found:
            return tokens_span(scene, found.start(), found.end())
    return None


def place(scene: Scene, choice: Choice, token: int) -> Span | None:
    """ "in Berlin" in the reporter's words about the saying, after its verb."""
    outline = scene.outline
    local = scene.language.words("evidence", "place_prepositions")
    for first, last in clause(scene, choice, token):
        verb = outline.classes.find("V", first, last)
        for found in PLACE.finditer(outline.classes, max(first, verb), last) if verb >= 0 else ():
            if outline.low[found.start()] in local and is_place(scene, choice, found.start(1), found.end(1)):
                return tokens_span(scene, found.start(1), found.end(1))
    return None


HEARERS = re.compile(r"V(?:[DS]?[xNpbdR]{1,3})?P$")


def is_place(scene: Scene, choice: Choice, first: int, last: int) -> bool:
    """A known place; or a name right behind the verb, "told reporters in Northquay", that is no person's."""
    outline = scene.outline
    if scene.language.words("names", "places").issuperset(outline.low[first:last]):
        return True
    index = scene.at.get(first)
    entity = scene.mentions[index].entity if index is not None else None
    near = HEARERS.search(outline.classes, max(0, first - 5), first)
    named = entity is not None and entity is not choice.entity and entity.kind in ("", "place")
    return bool(near) and named and outline.low[first - 1] == "in"


# ---------------------------------------------------------------- for whom, through whom

FOR_BODY = re.compile(r"P(D?[NxbtpgC]{1,6})")
OWN_BODY = re.compile(r"([Nxb]{1,4})g?$")


def on_behalf_of(scene: Scene, choice: Choice) -> str | None:
    """The body that a spokesperson speaks for: "a spokesman for the ministry"."""
    words = scene.language.words("nouns", "spokespersons")
    outline, mention = scene.outline, scene.mentions[choice.mention]
    first, last = outline.sentences[outline.sentence[mention.first]]
    for token in range(max(first, mention.first - 4), min(last, mention.last + 8)):
        if outline.low[token] in words:
            return body_of(scene, token, first, last)
    return None


def body_of(scene: Scene, token: int, first: int, last: int) -> str | None:
    outline = scene.outline
    behind = FOR_BODY.match(outline.classes, token + 1, last)
    if behind and outline.low[token + 1] in ("for", "of", "at"):
        span = tokens_span(scene, behind.start(1), behind.end(1))
    else:
        front = OWN_BODY.search(outline.classes, max(first, token - 5), token)
        span = tokens_span(scene, front.start(1), front.end(1)) if front else None
    return without_article(span.text) if span else None


def without_article(text: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", text)


def reported_by(scene: Scene, choice: Choice, token: int) -> str | None:
    """Who passed the words on: another than the speaker, named after "according to" in the same sentence."""
    first, last = window(scene.outline, token)
    for index in scene.between(first, last):
        mention = scene.mentions[index]
        if mention.entity and mention.entity is not choice.entity and according(scene, mention):
            return mention.entity.name
    return None
