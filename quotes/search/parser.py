"""The query language that people know, read without ever failing. Pure.

    free speech             both words, in any form
    "free speech"           exactly these words, side by side
    tax OR levy             either
    -trump  NOT trump       without
    econom*                 words that begin so
    speaker:"jane doe"      said by; also outlet: topic: kind:
    context:budget          near the quote
    (tax cut) OR levy       parentheses hold together; -( ) leaves out what is in them
    after:2019 before:2021-06   printed on that day or later; before that day

What cannot be understood counts as ordinary words.
"""

import re
from dataclasses import dataclass

from .atoms import Atom, meaning, text_of, understood, without
from .nodes import Node, Printed, narrowed_by, printings
from .pieces import pieces
from .query import SearchQuery, Term

MOST_CHARACTERS = 2000
MOST_TERMS = 40

MARKS = dict.fromkeys(map(ord, "“”„‟«»"), '"') | {ord("（"): "(", ord("）"): ")"}
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
OPERATORS = re.compile(r'["*|()-]')


@dataclass(frozen=True, slots=True)
class Parsed:
    """The meaning (None: nothing was asked for) and the atoms it was read from."""

    node: Node | None
    terms: tuple[Term, ...]
    atoms: tuple[Atom, ...]


def parse(text: str) -> Parsed:
    """The meaning of what somebody typed, whatever it is; what exceeds the limits is left out."""
    atoms = understood(pieces(cleaned(text)), MOST_TERMS)
    terms = tuple(
        Term(
            field=atom.name,
            text=atom.text,
            negated=atom.piece.negated,
            alternative=atom.alternative,
            without=text_of(without(atoms, place)),
            misread="" if atom.name == atom.piece.field else atom.piece.field,
        )
        for place, atom in enumerate(atoms)
    )
    return Parsed(meaning(atoms), terms, tuple(atoms))


def cleaned(text: str) -> str:
    return seen(text[:MOST_CHARACTERS]).translate(MARKS)


def seen(text: str) -> str:
    """With a blank for each sign that none can see, or that is none at all."""
    return UNSEEN.sub(" ", text)


def is_wordless(text: str) -> bool:
    """Whether something is asked for in which no word is ("%"), unlike operators that ask for nothing yet."""
    parts = OPERATORS.sub(" ", cleaned(text)).split()
    return any(part not in ("OR", "AND", "NOT") for part in parts) and parse(text).node is None


def asked_printings(query: SearchQuery) -> list[Printed]:
    """The printings that count for a search, whether typed among the words or chosen beside them."""
    filters = Printed(query.outlet, query.since, query.until)
    return printings(narrowed_by(parse(query.text).node, filters))
