"""What a curator chose to do with a quote."""

from dataclasses import dataclass

from quotes.errors import ReasonMissingError
from quotes.models import Decision, Speaker


@dataclass(frozen=True, slots=True)
class Choice:
    """``speaker`` for another speaker (None: nobody can tell); ``words`` for other boundaries, a run a line,
    near the offset ``near``; ``why`` in the curator's words."""

    kind: str
    why: str = ""
    speaker: Speaker | None = None
    words: str = ""
    near: int | None = None

    def check(self) -> None:
        """Raises ``ReasonMissingError`` where the reason is part of the decision."""
        if self.kind in (Decision.Kind.DISPUTE, Decision.Kind.NOTE) and not self.why.strip():
            raise ReasonMissingError(
                "Say why: readers see the reason of a dispute, other curators your note."
            )
