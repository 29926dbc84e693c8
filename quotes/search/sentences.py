"""Did they say this? A sentence beside the quotes of the archive: the same, nearly the same, or a part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import partial_ratio_alignment

from quotes.models import Quote

from .errors import IndexBroken, IndexMissing
from .finding import engine
from .gathering import findable
from .words import Token, tokens, words

Verdict = Literal["exact", "part", "contains", "near", "none"]
Step = tuple[Literal["same", "added", "missing"], str]

MOST_CHARACTERS = 5000
CANDIDATES = 50
SHORTEST = 2  # words; a single one is said by everybody
SHORTEST_CONTAINED = 4
NEAR = 0.7
NEAR_PART = 0.75  # of the longer one, where the other has so many words at least:
SHORTEST_NEAR_PART = 6
ELLIPSIS = re.compile(r"…|\.{3,}|\. \. \.")
ORDER: tuple[Verdict, ...] = ("exact", "part", "contains", "near")


@dataclass(frozen=True, slots=True)
class Match:
    """How a quote compares with the sentence.

    exact: the same words. part: the sentence is a part of the quote. contains: the quote is a part of the
    sentence. near: ``likeness`` (0 to 1) is high, of the whole or of a part of the longer one, or the
    sentence leaves out words where it has an ellipsis; ``difference`` then goes from the quote to the
    sentence, in words as written, of that part.
    """

    quote_id: int
    kind: Verdict
    likeness: float
    difference: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """The best of what was found, and all of it, the best first. ``problem``: why there is no answer."""

    verdict: Verdict
    matches: tuple[Match, ...] = ()
    problem: str = ""


def check_sentence(text: str, limit: int = 10) -> Check:
    """Compares a sentence with the public quotes; never fails."""
    text = text[:MOST_CHARACTERS]
    sentence = words(text)
    if len(sentence) < SHORTEST:
        return Check("none", problem=_("Type at least two words."))
    try:
        candidates = engine().alike(sentence, CANDIDATES)
    except (IndexMissing, IndexBroken):
        return Check("none", problem=_("The search index is being built. Please try again in a moment."))
    quotes = findable().exclude(kind=Quote.Kind.INDIRECT).filter(pk__in=candidates).values_list("pk", "text")
    matches = [match for pk, quote in quotes if (match := compared(pk, quote, text))]
    matches.sort(key=lambda match: (ORDER.index(match.kind), -match.likeness, match.quote_id))
    return Check(matches[0].kind if matches else "none", tuple(matches[:limit]))


def compared(quote_id: int, quote: str, text: str) -> Match | None:
    """How they compare, or None where they are too different to be one utterance."""
    said, asked = list(tokens(quote)), list(tokens(text))
    said_words, asked_words = [t.word for t in said], [t.word for t in asked]
    likeness = Indel.normalized_similarity(said_words, asked_words)
    if said_words == asked_words:
        return Match(quote_id, "exact", 1.0)
    if stands_in(asked_words, said_words):
        return Match(quote_id, "part", likeness)
    if len(said_words) >= SHORTEST_CONTAINED and stands_in(said_words, asked_words):
        return Match(quote_id, "contains", likeness)
    if likeness >= NEAR:
        return Match(quote_id, "near", likeness, difference(quote, said, text, asked))
    if around := around_gaps(said_words, [words(piece) for piece in ELLIPSIS.split(text)]):
        return Match(quote_id, "near", likeness, difference(quote, said[around], text, asked))
    likeness, said, asked = nearest_part(said, asked)
    if likeness >= NEAR_PART:
        return Match(quote_id, "near", likeness, difference(quote, said, text, asked))
    return None


def around_gaps(said: Sequence[str], pieces: Sequence[Sequence[str]]) -> slice | None:
    """Where all pieces of a sentence with ellipses stand in a quote, one behind the other; or None."""
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2 or min(map(len, pieces)) < SHORTEST:
        return None
    ends = [0]
    for piece in pieces:
        start = place_of(piece, said, ends[-1])
        if start is None:
            return None
        ends.append(start + len(piece))
    return slice(ends[1] - len(pieces[0]), ends[-1])


def place_of(part: Sequence[str], whole: Sequence[str], start: int) -> int | None:
    """Where it begins in the whole, not before ``start``."""
    last = len(whole) - len(part)
    return next((at for at in range(start, last + 1) if whole[at : at + len(part)] == part), None)


def nearest_part(said: list[Token], asked: list[Token]) -> tuple[float, list[Token], list[Token]]:
    """How alike the shorter of them and the nearest stretch of the longer one are, and both."""
    if min(len(said), len(asked)) < SHORTEST_NEAR_PART:
        return 0.0, said, asked
    found = partial_ratio_alignment([token.word for token in said], [token.word for token in asked])
    if found is None:
        return 0.0, said, asked
    said, asked = said[found.src_start : found.src_end], asked[found.dest_start : found.dest_end]
    return found.score / 100, said, asked


def stands_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def difference(quote: str, said: list[Token], text: str, asked: list[Token]) -> tuple[Step, ...]:
    """Word by word: what both have, what only the quote has (missing) and only the sentence (added)."""
    steps: list[Step] = []
    codes = Indel.opcodes([token.word for token in said], [token.word for token in asked])
    for code in codes:
        if code.tag == "equal":
            steps.append(("same", printed(quote, said[code.src_start : code.src_end])))
        elif code.tag == "delete":
            steps.append(("missing", printed(quote, said[code.src_start : code.src_end])))
        else:
            steps.append(("added", printed(text, asked[code.dest_start : code.dest_end])))
    return tuple(steps)


def printed(text: str, stretch: list[Token]) -> str:
    return text[stretch[0].start : stretch[-1].end]
