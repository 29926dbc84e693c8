"""What came out for one article and for all: passages of the annotators beside those of the engine."""

from dataclasses import dataclass
from typing import Literal

from .figures import Figures

Verdict = Literal[
    "right", "not judged", "missed", "boundary", "speaker", "not speech", "spurious", "not read"
]

ERRORS: dict[Verdict, str] = {
    "not read": "Articles that could not be read",
    "missed": "Quotes that were not found",
    "boundary": "Quotes that begin or end elsewhere",
    "speaker": "Quotes given to the wrong speaker",
    "not speech": "Words of no one taken for speech",
    "spurious": "Found where nobody is quoted",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in marks and who is said to have said them; ``place`` is (paragraph, start, end) or unknown."""

    text: str
    speaker: str | None
    place: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An annotated passage and the found one that answers it; one of the two may be missing."""

    verdict: Verdict
    gold: Passage | None = None
    found: Passage | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article: its paragraphs as annotated and as read, and what became of every passage."""

    document: str
    title: str
    annotated: tuple[str, ...]
    read: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def errors(self) -> list[Row]:
        return [row for row in self.rows if row.verdict in ERRORS]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, in the order in which they are printed, and the articles behind them."""

    figures: Figures
    comparisons: tuple[Comparison, ...]
