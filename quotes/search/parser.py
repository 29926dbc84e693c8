"""The query language that people know, read without ever failing. Pure.

    free speech             both words, in any form
    "free speech"           exactly these words, side by side
    tax OR levy             either
    -trump  NOT trump       without
    econom*                 words that begin so
    speaker:"jane doe"      said by; also outlet: topic: kind:
    context:budget          near the quote
    after:2019 before:2021-06   printed on that day or later; before that day

What cannot be understood counts as ordinary words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from .nodes import (
    Near,
    Node,
    Not,
    OfKind,
    On,
    Or,
    Phrase,
    Prefix,
    Printed,
    SaidBy,
    Word,
    conjunction,
    narrowed_by,
    printings,
)
from .query import SearchQuery, Term
from .words import joined_forms, signed, words

MOST_CHARACTERS = 2000
MOST_TERMS = 40
SHORTEST_PREFIX = 2
KINDS = ("direct", "mixed", "indirect")

PIECE = re.compile(
    r"(?P<minus>-)?"
    r"(?:(?P<field>speaker|outlet|topic|before|after|kind|context):)?"
    r'(?:"(?P<phrase>[^"]*)"?|(?P<bare>[^\s"]+))',
    re.IGNORECASE,
)
MARKS = dict.fromkeys(map(ord, "“”„‟«»"), '"')
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
OPERATORS = re.compile(r'["*|()-]')
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text between blanks, or a phrase."""

    raw: str
    negated: bool
    field: str
    value: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece that was understood. ``alternative``: OR stands before it."""

    piece: Piece
    node: Node
    name: str
    text: str
    alternative: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """The meaning (None: nothing was asked for) and the pieces it was read from."""

    node: Node | None
    terms: tuple[Term, ...]
    atoms: tuple[Atom, ...]


def parse(text: str) -> Parsed:
    """The meaning of what somebody typed, whatever it is; what exceeds the limits is left out."""
    atoms = understood(pieces(cleaned(text)))[:MOST_TERMS]
    terms = tuple(
        Term(
            field=atom.name,
            text=atom.text,
            negated=atom.piece.negated,
            alternative=atom.alternative,
            without=text_of(atoms[:place] + atoms[place + 1 :]),
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


def pieces(text: str) -> list[Piece]:
    found = []
    for match in PIECE.finditer(text):
        quoted = match["phrase"] is not None
        value = match["phrase"] if quoted else match["bare"]
        found.append(
            Piece(match.group(), bool(match["minus"]), (match["field"] or "").lower(), value.strip(), quoted)
        )
    return found


def understood(found: list[Piece]) -> list[Atom]:
    """The pieces that mean something; OR and NOT mark the one that follows."""
    atoms: list[Atom] = []
    alternative = negated = False
    for piece in found:
        if piece.raw in ("OR", "|"):
            alternative = bool(atoms)
        elif piece.raw == "NOT":
            negated = True
        elif piece.raw != "AND":
            atoms += atoms_of(piece, negated, alternative)
            alternative = negated = False
    return atoms


def atoms_of(piece: Piece, negated: bool, alternative: bool) -> list[Atom]:
    name, node = read(piece)
    if node is None:
        return []
    text = piece.value if name == (piece.field or name) else piece.raw.removeprefix("-")
    if negated:
        piece = Piece(f"-{piece.raw}", True, piece.field, piece.value, piece.quoted)
    return [Atom(piece, node, name, text, alternative)]


def read(piece: Piece) -> tuple[str, Node | None]:
    """What kind of demand a piece makes, and which."""
    node = FIELDS[piece.field](piece) if piece.field else None
    if node is not None:
        return piece.field, node
    raw = piece.raw.removeprefix("-") if piece.field else piece.value
    return plain(Piece(piece.raw, piece.negated, "", raw, piece.quoted))


def plain(piece: Piece) -> tuple[str, Node | None]:
    """Words, a phrase or a prefix."""
    parts = tuple(words(piece.value))
    if not parts:
        return "words", None
    if piece.quoted:
        return "phrase", Phrase(parts)
    if piece.value.endswith("*") and len(parts) == 1 and len(parts[0]) >= SHORTEST_PREFIX:
        return "prefix", Prefix(parts[0])
    if len(parts) == 1 and (names := signed(piece.value)):
        return "words", Word((names[0].word,))
    if len(parts) > 1 and parts[-1] == "s":
        parts = parts[:-1]
    return "words", Word(parts, "".join(joined_forms(piece.value)[:1]))


def near(piece: Piece) -> Node | None:
    node = plain(piece)[1]
    return Near(node) if isinstance(node, Word | Phrase | Prefix) else None


def said_by(piece: Piece) -> Node | None:
    parts = tuple(words(piece.value.replace("-", " ")))
    return SaidBy(parts, piece.value.lower()) if parts else None


def printed_by(piece: Piece) -> Node | None:
    return Printed(outlet=piece.value.lower()) if words(piece.value) else None


def on_topic(piece: Piece) -> Node | None:
    parts = tuple(words(piece.value.replace("-", " ")))
    return On(parts, piece.value.lower()) if parts else None


def printed_before(piece: Piece) -> Node | None:
    day = first_day(piece.value)
    return Printed(until=day - timedelta(days=1)) if day and day > date.min else None


def printed_after(piece: Piece) -> Node | None:
    day = first_day(piece.value)
    return Printed(since=day) if day else None


def of_kind(piece: Piece) -> Node | None:
    kind = piece.value.lower()
    return OfKind(kind) if kind in KINDS else None


def first_day(value: str) -> date | None:
    """Of a year, a month or a day as ISO 8601 writes it."""
    match = DAY.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return date(year, month, day) if year <= MAXYEAR else None
    except ValueError:
        return None


FIELDS: dict[str, Callable[[Piece], Node | None]] = {
    "speaker": said_by,
    "outlet": printed_by,
    "topic": on_topic,
    "before": printed_before,
    "after": printed_after,
    "kind": of_kind,
    "context": near,
}


def meaning(atoms: list[Atom]) -> Node | None:
    """The tree: alternatives bind tighter than the demands beside them."""
    groups: list[list[Node]] = []
    for atom in atoms:
        node = Not(atom.node) if atom.piece.negated else atom.node
        if atom.alternative and groups:
            groups[-1].append(node)
        else:
            groups.append([node])
    demands: list[Node] = [group[0] if len(group) == 1 else Or(tuple(group)) for group in groups]
    return conjunction(demands) if demands else None


def text_of(atoms: Sequence[Atom]) -> str:
    """A text that means these atoms."""
    joined = (
        f"OR {atom.piece.raw}" if atom.alternative and place else atom.piece.raw
        for place, atom in enumerate(atoms)
    )
    return " ".join(joined)


def asked_printings(query: SearchQuery) -> list[Printed]:
    """The printings that count for a search, whether typed among the words or chosen beside them."""
    filters = Printed(query.outlet, query.since, query.until)
    return printings(narrowed_by(parse(query.text).node, filters))
