"""The errors of an evaluation as one HTML file: by class, then every article, gold and found side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.template.loader import render_to_string

from .comparison import ERRORS, Comparison, Evaluation, Passage, Row, Verdict
from .figures import Figures
from .words import words


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph; ``verdict`` is empty where nobody is quoted."""

    text: str
    verdict: str = ""
    speaker: str | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Error:
    """A row among the errors of its class; ``anchor`` is its place in the article."""

    row: Row
    document: str
    anchor: str
    shown: bool


@dataclass(frozen=True, slots=True)
class ErrorClass:
    verdict: Verdict
    title: str
    errors: list[Error]

    @property
    def slug(self) -> str:
        return self.verdict.replace(" ", "-")


@dataclass(slots=True)
class ArticleView:
    """An article in two columns, a line of the table for each paragraph."""

    number: int
    comparison: Comparison

    @property
    def anchor(self) -> str:
        return f"article-{self.number}"

    @property
    def counts(self) -> list[tuple[str, int]]:
        """The classes of its errors, each with how many there are."""
        verdicts = [row.verdict for row in self.comparison.errors]
        return [(each, verdicts.count(each)) for each in ERRORS if each in verdicts]

    def lines(self) -> Iterator["Line"]:
        """The paragraphs of both sides, those beside each other that say the same."""
        whole, rows = self.comparison, self.comparison.rows
        gold = self.column(whole.annotated, [row.gold for row in rows], "g")
        found = self.column(whole.read, [row.found for row in rows], "f")
        for left, right in aligned(whole.annotated, whole.read):
            yield Line([] if left is None else gold[left], [] if right is None else found[right])

    def column(
        self, paragraphs: Sequence[str], passages: Sequence[Passage | None], side: str
    ) -> list[list[Piece]]:
        here: dict[int, list[tuple[int, int, Piece]]] = {}
        for number, passage in enumerate(passages):
            if passage and passage.place:
                line, start, end = passage.place
                anchor = f"{self.anchor}-{side}{number}"
                slug = self.comparison.rows[number].verdict.replace(" ", "-")
                piece = Piece(paragraphs[line][start:end], slug, passage.speaker or "nobody named", anchor)
                here.setdefault(line, []).append((start, end, piece))
        return [pieces(text, sorted(here.get(n, []), key=first_two)) for n, text in enumerate(paragraphs)]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as annotated and as read."""

    gold: list[Piece]
    found: list[Piece]

    @property
    def plain(self) -> bool:
        """Is it the same on both sides, and nobody is quoted?"""
        return self.gold == self.found and not any(piece.verdict for piece in self.gold)


def aligned(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Numbers of the paragraphs that belong beside each other."""
    a, b = ([" ".join(words(each)) for each in side] for side in (left, right))
    for _, i, last_i, j, last_j in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield from zip_longest(range(i, last_i), range(j, last_j))


def first_two(marked: tuple[int, int, Piece]) -> tuple[int, int]:
    return marked[0], marked[1]


def pieces(text: str, marked: Iterable[tuple[int, int, Piece]]) -> list[Piece]:
    """A paragraph cut at its marked words; of two that overlap the first is shown."""
    found, position = [], 0
    for start, end, piece in marked:
        if start >= position:
            found += [Piece(text[position:start]), piece]
            position = end
    return [each for each in [*found, Piece(text[position:])] if each.text]


def errors_by_class(articles: Sequence[ArticleView]) -> list[ErrorClass]:
    found: dict[Verdict, list[Error]] = {verdict: [] for verdict in ERRORS}
    for article in articles:
        for number, row in enumerate(article.comparison.rows):
            if row.verdict in found:
                found[row.verdict].append(error_of(article, number, row))
    return [ErrorClass(verdict, ERRORS[verdict], errors) for verdict, errors in found.items() if errors]


def error_of(article: ArticleView, number: int, row: Row) -> Error:
    """Where it is shown in the article: beside the gold if there is any."""
    passage, side = (row.gold, "g") if row.gold else (row.found, "f")
    shown = bool(passage and passage.place)
    anchor = f"{article.anchor}-{side}{number}" if shown else article.anchor
    return Error(row, article.comparison.document, anchor, shown)


def figure_rows(figures: Figures) -> list[tuple[str, str]]:
    return [(name.replace("_", " "), figure_text(value)) for name, value in figures.items()]


def figure_text(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def error_browser(evaluation: Evaluation, title: str) -> str:
    """The whole page, without scripts: opened from the disk it works as it is."""
    articles = [ArticleView(number, each) for number, each in enumerate(evaluation.comparisons, 1)]
    context = {
        "title": title,
        "figures": figure_rows(evaluation.figures),
        "classes": errors_by_class(articles),
        "articles": articles,
    }
    return render_to_string("evaluation.html", context)
