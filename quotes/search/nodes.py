"""What a query means, as a tree. Pure; engines translate it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, in whatever form: ``parts`` side by side, or ``joined`` ("e-mail": e, mail; email)."""

    parts: tuple[str, ...]
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly these words side by side."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so."""

    start: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words that stand near the quote, in its context."""

    node: Word | Phrase | Prefix


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A speaker with these words side by side in a name, or with this slug."""

    parts: tuple[str, ...]
    slug: str


@dataclass(frozen=True, slots=True)
class Printed:
    """One printing of the quote: by an outlet whose name has these words (or this slug), on a day from
    ``since`` to ``until``, both inclusive. What stands together here must hold for one and the same printing.
    """

    outlet: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OfKind:
    kind: str


@dataclass(frozen=True, slots=True)
class On:
    """A topic with these words side by side in its name, or with this slug."""

    parts: tuple[str, ...]
    slug: str


@dataclass(frozen=True, slots=True)
class Not:
    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple["Node", ...]


Node = Word | Phrase | Prefix | Near | SaidBy | Printed | OfKind | On | Not | And | Or


def conjunction(nodes: Sequence[Node]) -> Node:
    """All of them; dates hold for the same printing as every outlet beside them, also among alternatives."""
    printed = [node for node in nodes if isinstance(node, Printed)]
    dates = reduce(intersection, printed, Printed())
    outlets = list(dict.fromkeys(node.outlet for node in printed if node.outlet))
    common = Printed(outlets[0] if len(outlets) == 1 else "", dates.since, dates.until)
    demands = [Printed(outlet, dates.since, dates.until) for outlet in outlets or [""]] if printed else []
    others = [narrowed(node, common) for node in nodes if not isinstance(node, Printed)]
    every = (*others, *demands)
    return every[0] if len(every) == 1 else And(every)


def narrowed_by(node: Node | None, printed: Printed) -> Node | None:
    """What a text means and the filters ask for beside it, together; None where nothing is asked for."""
    asked = flat(node) + ([] if printed == Printed() else [printed])
    return conjunction(asked) if asked else None


def intersection(dates: Printed, other: Printed) -> Printed:
    """The days that both allow, of any outlet."""
    since = max(filter(None, (dates.since, other.since)), default=None)
    until = min(filter(None, (dates.until, other.until)), default=None)
    return Printed("", since, until)


def narrowed(node: Node, common: Printed) -> Node:
    """Alternatives among which a printing is asked for, with what holds for every printing."""
    if isinstance(node, Or | And):
        return type(node)(tuple(narrowed(child, common) for child in node.nodes))
    return both(node, common) if isinstance(node, Printed) else node


def both(first: Printed, second: Printed) -> Printed:
    """One printing as both want it; where two outlets are asked for, the first one's."""
    days = intersection(first, second)
    return Printed(first.outlet or second.outlet, days.since, days.until)


def printings(node: Node | None) -> list[Printed]:
    """The demands on printings that are not negated."""
    if isinstance(node, Printed):
        return [node]
    children = node.nodes if isinstance(node, And | Or) else ()
    return [printed for child in children for printed in printings(child)]


def flat(node: Node | None) -> list[Node]:
    """The nodes that all must hold."""
    if node is None:
        return []
    return list(node.nodes) if isinstance(node, And) else [node]


def demands(node: Node | None) -> list[Node]:
    """Every leaf that is asked for, without what is negated: what to highlight."""
    if node is None or isinstance(node, Not):
        return []
    if isinstance(node, And | Or):
        return [leaf for child in node.nodes for leaf in demands(child)]
    return [node]
