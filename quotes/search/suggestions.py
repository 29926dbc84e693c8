"""What somebody may have meant, and what they may go on to type."""

from dataclasses import dataclass, replace

from .atoms import Atom, text_of
from .engine import Engine
from .nodes import Phrase, SaidBy, Word
from .parser import Parsed, parse
from .query import FacetCount, SearchQuery
from .words import Token, tokens, words

ATTEMPTS = 3
MOST_CHARACTERS = 200
CORRECTED = (Word, Phrase, SaidBy)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Speakers and outlets, with how many quotes each has."""

    speakers: tuple[FacetCount, ...] = ()
    outlets: tuple[FacetCount, ...] = ()


def did_you_mean(engine: Engine, query: SearchQuery, parsed: Parsed) -> str:
    """A text spelt as the archive spells that finds something, or nothing."""
    for attempt in range(ATTEMPTS):
        text = corrected(engine, parsed, attempt)
        if text == text_of(parsed.atoms):
            return ""
        if engine.count(query.but(text=text), parse(text).node):
            return text
    return ""


def corrected(engine: Engine, parsed: Parsed, attempt: int) -> str:
    return text_of([spelt(engine, atom, attempt) for atom in parsed.atoms])


def spelt(engine: Engine, atom: Atom, attempt: int) -> Atom:
    """The piece with every unknown word as a known one."""
    if not isinstance(atom.node, CORRECTED):
        return atom
    value = raw = atom.piece.value
    for token in reversed(list(tokens(value))):
        value = value[: token.start] + known_word(engine, token, value, attempt) + value[token.end :]
    return replace(atom, piece=replace(atom.piece, raw=atom.piece.raw.replace(raw, value)))


def known_word(engine: Engine, token: Token, text: str, attempt: int) -> str:
    """The word as it stands if it is known, otherwise one that it may stand for."""
    typed = text[token.start : token.end]
    if engine.knows(token.word):
        return typed
    corrections = engine.corrections(token.word)
    return corrections[min(attempt, len(corrections) - 1)][0] if corrections else typed


def suggest_names(engine: Engine, typed: str, limit: int) -> Suggestions:
    """Names that go on as somebody has begun to type, those with most quotes first."""
    parts = words(typed[:MOST_CHARACTERS])
    if not parts:
        return Suggestions()
    outlets = [outlet for outlet in engine.outlets() if goes_on(parts, words(outlet.label))]
    return Suggestions(tuple(engine.speakers(parts, limit)), tuple(outlets[:limit]))


def goes_on(parts: list[str], name: list[str]) -> bool:
    """Does a name have all these words, the last one perhaps unfinished?"""
    return set(parts[:-1]) <= set(name) and any(word.startswith(parts[-1]) for word in name)
