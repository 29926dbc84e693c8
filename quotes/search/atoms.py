"""The pieces of a query that mean something, and what they mean together. Pure.

Alternatives bind tighter than the demands beside them: ``a OR b c`` is ``(a OR b) c``. Parentheses that
change nothing are left out, so that every atom in them can be taken away alone; what others hold is a single
atom.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from .nodes import Node, Not, Or, conjunction
from .pieces import Piece, read


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece that was understood, or a group of atoms ``inside`` parentheses. ``alternative``: OR stands
    before it.
    """

    piece: Piece
    node: Node
    name: str
    text: str
    alternative: bool
    inside: tuple["Atom", ...] = ()


@dataclass(slots=True)
class Level:
    """What was read behind a parenthesis; ``alternative`` and ``negated`` tell of what follows, ``is_`` of
    the group itself.
    """

    is_alternative: bool = False
    is_negated: bool = False
    atoms: list[Atom] = field(default_factory=list)
    alternative: bool = False
    negated: bool = False

    def asked(self) -> tuple[bool, bool]:
        """Whether an alternative, and whether something negated follows: told once."""
        asked = self.alternative, self.negated
        self.alternative = self.negated = False
        return asked


class Reading:
    """Pieces as they are read one after the other, of which no more than ``most`` count."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.levels = [Level()]

    def take(self, piece: Piece) -> None:
        level = self.levels[-1]
        if piece.raw in ("OR", "|"):
            level.alternative = bool(level.atoms)
        elif piece.raw == "NOT":
            level.negated = True
        elif piece.raw in ("(", "-("):
            alternative, negated = level.asked()
            self.levels.append(Level(alternative, negated or piece.raw == "-("))
        elif piece.raw == ")":
            self.close()
        elif piece.raw != "AND" and self.left:
            alternative, negated = level.asked()
            found = atoms_of(piece, negated, alternative)
            self.left -= len(found)
            level.atoms += found

    def close(self) -> None:
        """The innermost group; a parenthesis that none opened means nothing."""
        if len(self.levels) > 1:
            closed = self.levels.pop()
            self.levels[-1].atoms += grouped(closed)

    def atoms(self) -> list[Atom]:
        """All of them; what is still open ends here."""
        while len(self.levels) > 1:
            self.close()
        return list(spread(self.levels[0].atoms))


def understood(pieces: Iterable[Piece], most: int) -> list[Atom]:
    """The pieces that mean something; OR and NOT mark the one that follows."""
    reading = Reading(most)
    for piece in pieces:
        reading.take(piece)
    return reading.atoms()


def atoms_of(piece: Piece, negated: bool, alternative: bool) -> list[Atom]:
    name, node = read(piece)
    if node is None:
        return []
    text = piece.value if name == (piece.field or name) else piece.raw.removeprefix("-")
    if negated:
        piece = replace(piece, raw=f"-{piece.raw}", negated=True)
    return [Atom(piece, node, name, text, alternative)]


def grouped(level: Level) -> list[Atom]:
    """What was closed, as one atom; nothing where it is empty."""
    inside = tuple(spread(level.atoms))
    if len(inside) < 2:
        atoms = [turned(atom) if level.is_negated else atom for atom in inside]
        return [replace(atom, alternative=level.is_alternative) for atom in atoms]
    text = f"({text_of(inside)})"
    piece = Piece("-" * level.is_negated + text, level.is_negated, value=text)
    return [Atom(piece, together(inside), "group", text, level.is_alternative, inside)]


def spread(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """Without parentheses that change nothing."""
    for place, atom in enumerate(atoms):
        is_one_of_some = atom.alternative or any(one.alternative for one in atoms[place + 1 : place + 2])
        yield from side_by_side(atom, is_one_of_some) if atom.inside else [atom]


def side_by_side(group: Atom, is_one_of_some: bool) -> Sequence[Atom]:
    """The atoms inside, where they mean the same without parentheses; else the group itself."""
    first, *others = group.inside
    are_alternatives = all(atom.alternative for atom in others)
    if group.piece.negated and are_alternatives and not is_one_of_some:
        return [replace(turned(atom), alternative=False) for atom in group.inside]
    if group.piece.negated or (is_one_of_some and not are_alternatives):
        return [group]
    return [replace(first, alternative=group.alternative), *others]


def turned(atom: Atom) -> Atom:
    """Negated, or no longer so."""
    piece = atom.piece
    raw = piece.raw.removeprefix("-") if piece.negated else f"-{piece.raw}"
    return replace(atom, piece=replace(piece, raw=raw, negated=not piece.negated))


def meaning(atoms: Sequence[Atom]) -> Node | None:
    """The tree; None where nothing is asked for."""
    return together(atoms) if atoms else None


def together(atoms: Sequence[Atom]) -> Node:
    """What at least one atom means."""
    groups: list[list[Node]] = []
    for atom in atoms:
        node = Not(atom.node) if atom.piece.negated else atom.node
        if atom.alternative and groups:
            groups[-1].append(node)
        else:
            groups.append([node])
    demands: list[Node] = [group[0] if len(group) == 1 else Or(tuple(group)) for group in groups]
    return conjunction(demands)


def without(atoms: Sequence[Atom], place: int) -> list[Atom]:
    """The others; the first one left of some alternatives is no alternative to what stands before them."""
    left = [*atoms[:place], *atoms[place + 1 :]]
    if place < len(left) and not atoms[place].alternative:
        left[place] = replace(left[place], alternative=False)
    return left


def text_of(atoms: Sequence[Atom]) -> str:
    """A text that means these atoms."""
    joined = (
        f"OR {atom.piece.raw}" if atom.alternative and place else atom.piece.raw
        for place, atom in enumerate(atoms)
    )
    return " ".join(joined)
