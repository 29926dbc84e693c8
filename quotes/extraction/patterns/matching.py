"""Holds a passage against the patterns of its language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .paragraph import Tokens
from .phrasebook import GAP, Pattern
from .speaker import Phrase, phrase_at, phrase_before

LONGEST_GAP = 12
STOPS = frozenset("Q.?!:;")
PLACES = {"VERB": "V", "HAS": "X"}
SIGNS = frozenset(".:,")


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern found: the speaker (``None`` where it names none), the verb's token, its extent.

    ``word`` is the token of the pattern's last word of its own ("according to").
    """

    speaker: Phrase | None = None
    verb: int = -1
    word: int = -2
    first: int = -1
    last: int = -1


def find_match(tokens: Tokens, quote: int, patterns: Sequence[Pattern]) -> Match | None:
    """The first pattern that fits around the passage at this token."""
    for left, right in patterns:
        start = Match(first=quote, last=quote)
        found = forward(tokens, quote + 1, right, start)
        found = found and backward(tokens, quote - 1, left, found)
        if found:
            return found
    return None


def forward(tokens: Tokens, place: int, elements: Sequence[str], match: Match) -> Match | None:
    """``elements`` from this token on; commas do not count."""
    if not elements:
        return match
    element, rest = elements[0], elements[1:]
    while element != "," and tokens.letters[place : place + 1] in (",", "-") and place < len(tokens.letters):
        place += 1
    if element == GAP:
        return first_fit(tokens, gap(tokens, place, 1), rest, match, forward)
    if place >= len(tokens.letters):
        return None
    if element == "SPEAKER":
        phrase = phrase_at(tokens, place, governed=place == match.word + 1)
        if phrase is None:
            return None
        found = replace(match, speaker=phrase, last=phrase.whole[1] - 1)
        return forward(tokens, phrase.whole[1], rest, found)
    if not fits(tokens, place, element):
        return None
    return forward(tokens, place + 1, rest, replace(noted(match, element, place), last=place))


def backward(tokens: Tokens, place: int, elements: Sequence[str], match: Match) -> Match | None:
    """``elements`` (nearest first) up to this token."""
    if not elements:
        return match
    element, rest = elements[0], elements[1:]
    while place >= 0 and tokens.letters[place] in ",-" and element not in ("SPEAKER", ","):
        place -= 1
    if element == GAP:
        return first_fit(tokens, gap(tokens, place, -1), rest, match, backward)
    if place < 0:
        return None
    if element == "SPEAKER":
        phrase = phrase_before(tokens, place + 1, governor=rest[0].lower() if rest else "")
        if phrase is None:
            return None
        found = replace(match, speaker=phrase, first=phrase.whole[0])
        return backward(tokens, phrase.whole[0] - 1, rest, found)
    if not fits(tokens, place, element):
        return None
    return backward(tokens, place - 1, rest, replace(noted(match, element, place), first=place))


Step = Callable[[Tokens, int, Sequence[str], Match], Match | None]


def first_fit(
    tokens: Tokens, places: list[int], rest: Sequence[str], match: Match, step: Step
) -> Match | None:
    return next((found for place in places if (found := step(tokens, place, rest, match))), None)


def gap(tokens: Tokens, place: int, step: int) -> list[int]:
    """Where a gap that begins here may end: nowhere beyond its sentence or another passage."""
    places = []
    for distance in range(LONGEST_GAP + 1):
        here = place + step * distance
        places.append(here)
        if not 0 <= here < len(tokens.letters) or tokens.letters[here] in STOPS:
            break
    return places


def fits(tokens: Tokens, place: int, element: str) -> bool:
    if element in PLACES:
        return tokens.letters[place] == PLACES[element]
    if element in SIGNS:
        return tokens.letters[place] == element
    return tokens.low[place] == element.lower()


def noted(match: Match, element: str, place: int) -> Match:
    if element == "VERB" and match.verb < 0:
        return replace(match, verb=place)
    return match if element in PLACES or element in SIGNS else replace(match, word=place)
