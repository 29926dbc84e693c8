"""What somebody may have meant, and what they may go on to type."""

from dataclasses import replace

from .engine import Engine
from .nodes import Phrase, SaidBy, Word
from .parser import Atom, Parsed, parse, text_of
from .query import SearchQuery
from .words import Token, tokens

ATTEMPTS = 3
CORRECTED = (Word, Phrase, SaidBy)


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
