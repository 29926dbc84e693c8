"""The pieces that a query is typed in, and what each asks for alone. Pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from .nodes import Near, Node, OfKind, On, Phrase, Prefix, Printed, SaidBy, Word
from .words import joined_forms, signed, words

SHORTEST_PREFIX = 2
KINDS = ("direct", "mixed", "indirect")

OPENING = r'-?\((?![^\s"()]+\)[^\s"()])'  # none of a word: "(s)he"
BARE = r'(?:[^\s"()]|\([^\s"()]*\))+'
PIECE = re.compile(
    rf"{OPENING}|\)|"
    r"(?P<minus>-)?"
    r"(?:(?P<field>speaker|outlet|topic|before|after|kind|context):)?"
    rf'(?:"(?P<phrase>[^"]*)"?|(?P<bare>{BARE}))',
    re.IGNORECASE,
)
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text between blanks, a phrase, or a parenthesis (its ``raw`` is "(", "-(" or ")")."""

    raw: str
    negated: bool = False
    field: str = ""
    value: str = ""
    quoted: bool = False


def pieces(text: str) -> Iterator[Piece]:
    for match in PIECE.finditer(text):
        quoted = match["phrase"] is not None
        value = (match["phrase"] if quoted else match["bare"]) or ""
        negated, field = bool(match["minus"]), (match["field"] or "").lower()
        yield Piece(match.group(), negated, field, value.strip(), quoted)


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
