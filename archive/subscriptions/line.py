"""What became of one address that a curator handed in."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """``note`` is one sentence, for the curator."""

    address: str
    state: Literal["added", "known", "failed", "waiting"]
    note: str
