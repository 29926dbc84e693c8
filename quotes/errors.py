"""What can go wrong on the quotes' side.

QuoteError
 +-- VerbatimError
 +-- DecisionError
 |    +-- BoundaryError
 |    +-- ReasonMissingError
 |    +-- StaleError
 |    +-- UndoError
 +-- SearchError      (quotes.search.errors, with a tree of its own)
 +-- WikidataError    (quotes.wikidata)
 +-- InputError       (quotes.inspection_inputs)
 +-- GoldError        (quotes.evaluation.lines)
 +-- DemoError        (quotes.demo.server)
 +-- BenchmarkError   (quotes.benchmark.errors)
 +-- TextsError       (quotes.benchmark.extraction)
"""


class QuoteError(Exception):
    """The root of them all."""


class VerbatimError(QuoteError):
    """The words of an occurrence do not stand in its reading at its offsets; carries the occurrence."""

    def __init__(self, occurrence) -> None:
        super().__init__(f"{occurrence.exact!r} does not stand at {occurrence.segments} of its reading.")
        self.occurrence = occurrence


class DecisionError(QuoteError):
    """A curator's decision cannot be carried out; the message says why and what to do."""


class BoundaryError(DecisionError):
    """The words that a person gave cannot be a quote of the article."""


class ReasonMissingError(DecisionError):
    """A decision that readers see needs its reason."""


class StaleError(DecisionError):
    """The quote is no longer what the curator saw: somebody has decided, or the archive read it anew."""


class UndoError(DecisionError):
    """A decision cannot be taken back: it is undone already, or something has changed since."""
