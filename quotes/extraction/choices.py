"""Who may have said a passage, as the rankers decided."""

from dataclasses import dataclass, field

from .names import Entity


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate (an index of the scene's mentions), who that is, and its chance.

    ``described`` is the mention that describes somebody without a name, -1 where it is the candidate itself.
    """

    mention: int
    entity: Entity | None
    chance: float
    described: int = -1


@dataclass(slots=True)
class Attribution:
    """What was decided about one passage; ``choices`` are best first, ``turn`` if it is one of a dialogue."""

    passage: int
    token: int
    choices: list[Choice] = field(default_factory=list)
    speech: float = 0.0
    sayers: int = 0
    turn: bool = False
