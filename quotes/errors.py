"""What can go wrong on the quotes' side.

QuoteError
 +-- VerbatimError
 +-- DecisionError
"""


class QuoteError(Exception):
    """The root of them all."""


class VerbatimError(QuoteError):
    """The words of an occurrence do not stand in its reading at its offsets; carries the occurrence."""

    def __init__(self, occurrence) -> None:
        super().__init__(f"{occurrence.exact!r} does not stand at {occurrence.segments} of its reading.")
        self.occurrence = occurrence


class DecisionError(QuoteError):
    """A curator asked for what cannot be done; the message says what to do."""
