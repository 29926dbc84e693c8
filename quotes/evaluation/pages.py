"""Web pages with their annotated quotes: compared word by word, so that offsets do not matter.

A document is ``{"id", "url", "html_path", "quotes": [{"text", "kind", "speaker"}]}``. It may say besides what
``title`` (or which titles), ``date``, ``authors`` and ``paragraphs`` are right, and of a quote in which
``paragraph`` it stands, which other speakers are right as well (``also``) and whether it need not be found
(``optional``, where annotators disagreed). Kind ``other`` is no one's speech. What is found in a page is what
``inspect`` prints.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .comparison import Comparison, Evaluation, Passage, Row
from .figures import Figures, confidence_figures, precision_recall_f1, ratio
from .pairing import ENOUGH, paired, word_overlap
from .words import content, last_name, words

Json = dict[str, Any]

NOT_SCORED = ("unattributed", "indirect", "other")
LONG = 4  # words of a quote that hardly is a mere term


@dataclass(slots=True)
class Tally:
    """Counts over all pages; ``judged`` holds (confidence, right?) of every speaker."""

    count: Counter[str] = field(default_factory=Counter)
    judged: list[tuple[float, bool]] = field(default_factory=list)


def evaluate_pages(documents: Iterable[Json], predicted: Mapping[str, Json]) -> Evaluation:
    """``predicted`` holds what was found by the document's id; a page that it lacks counts as empty."""
    tally = Tally()
    comparisons = tuple(compared(each, predicted.get(each["id"]), tally) for each in documents)
    return Evaluation(figures_of(len(comparisons), tally), comparisons)


def figures_of(pages: int, tally: Tally) -> Figures:
    count = tally.count
    precision, recall, f1 = precision_recall_f1(count["hits"], count["found"], count["gold"])
    both_precision, both_recall, both_f1 = precision_recall_f1(count["both"], count["found"], count["gold"])
    figures: Figures = {
        "pages": pages,
        "gold": count["gold"],
        "predicted": count["found"],
        "quote_precision": precision,
        "quote_recall": recall,
        "quote_f1": f1,
        "quote_recall_4_words": ratio(count["long hits"], count["long"]),
        "speaker_accuracy": ratio(count["right"], count["judged"]),
        "full_name_accuracy": ratio(count["full"], count["judged"]),
        "attributed_f1": both_f1,
        "attributed_precision": both_precision,
        "attributed_recall": both_recall,
        "not_speech": count["not speech"],
        "spurious": count["spurious"],
        "title_accuracy": ratio(count["titles right"], count["titles"]),
        "date_accuracy": ratio(count["dates right"], count["dates"]),
        "author_accuracy": ratio(count["authors right"], count["authors"]),
        "body_precision": ratio(count["body words common"], count["body words read"]),
        "body_recall": ratio(count["body words common"], count["body words"]),
    }
    return (
        figures
        | confidence_figures(tally.judged)
        | {"quote_recall_of_text": ratio(count["in text"], count["gold"])}
    )


def compared(document: Json, page: Json | None, tally: Tally) -> Comparison:
    """One page; ``None`` stands for one that was never read."""
    read = page or {"quotes": []}
    count_metadata(document, read, tally.count)
    found = found_passages(read)
    rows = [Row("not read")] if page is None or "error" in page else []
    rows += judged_rows(Annotation(document, read), found, tally)
    title = document.get("title") or ""
    return Comparison(
        document["id"],
        title if isinstance(title, str) else title[0],
        tuple(annotated_paragraphs(document, read)),
        tuple(each["text"] for each in read.get("paragraphs") or ()),
        tuple(rows),
    )


class Annotation:
    """The annotated quotes of one page: speech, words of no one, and what need not be found."""

    def __init__(self, document: Json, read: Json) -> None:
        self.speech = [quote for quote in document["quotes"] if quote["kind"] != "other"]
        self.words = [words(quote["text"]) for quote in self.speech]
        self.of_no_one = [words(quote["text"]) for quote in document["quotes"] if quote["kind"] == "other"]
        self.optional = {
            i for i, quote in enumerate(self.speech) if quote.get("optional") or self.repeated(i)
        }
        self.paragraphs = annotated_paragraphs(document, read)
        self.text = [joined(words(each["text"])) for each in read.get("paragraphs") or ()]

    def repeated(self, number: int) -> bool:
        """Is this quote (a pull quote, caption, subheading) said again within another one of the page?"""
        mine = joined(self.words[number])
        return any(
            (len(other), -place) > (len(self.words[number]), -number) and mine in joined(other)
            for place, other in enumerate(self.words)
            if place != number
        )

    def stands_in_text(self, number: int) -> bool:
        """Do its words stand in a paragraph that was read, whether a quote was found there or not?"""
        return any(joined(self.words[number]) in each for each in self.text)

    def passage(self, number: int) -> Passage:
        quote = self.speech[number]
        place = placed(quote["text"], self.paragraphs, quote.get("paragraph"))
        return Passage(quote["text"], quote["speaker"], place)


def annotated_paragraphs(document: Json, read: Json) -> list[str]:
    """As the annotators saw them; where they did not keep them, as they were read."""
    return document.get("paragraphs") or [each["text"] for each in read.get("paragraphs") or ()]


def joined(found: Sequence[str]) -> str:
    return f" {' '.join(found)} "


@dataclass(frozen=True, slots=True)
class Found:
    """A segment that the engine found."""

    words: list[str]
    quote: Json
    passage: Passage


def found_passages(read: Json) -> list[Found]:
    paragraphs = [each["text"] for each in read.get("paragraphs") or ()]
    quotes = [quote for quote in read.get("quotes", []) if quote.get("kind") not in NOT_SCORED]
    found = [
        Found(words(text), quote, Passage(text, quote.get("speaker"), placed(text, paragraphs)))
        for quote in quotes
        for text in quote["segments"]
    ]
    return [each for each in found if len(each.words) > 1]


def placed(text: str, paragraphs: Sequence[str], paragraph: int | None = None) -> tuple[int, int, int] | None:
    """Where these words stand: in the paragraph of that number, else in the first that has them."""
    for number in range(paragraph or 0, len(paragraphs)):
        start = paragraphs[number].find(text)
        if start >= 0:
            return number, start, start + len(text)
    return None


def judged_rows(annotation: Annotation, found: list[Found], tally: Tally) -> list[Row]:
    pairs = paired(annotation.words, [each.words for each in found], word_overlap)
    pairs = {i: pair for i, pair in pairs.items() if pair[1] >= ENOUGH}
    count, optional = tally.count, annotation.optional
    count["gold"] += len(annotation.speech) - len(optional)
    count["found"] += len(found) - len(optional & set(pairs))
    rows = []
    for i in range(len(annotation.speech)):
        answer = found[pairs[i][0]] if i in pairs else None
        if i not in optional:
            count_hit(annotation, i, answer, count)
            rows.append(row_of(annotation, i, answer, tally))
        elif answer:
            rows.append(Row("not judged", annotation.passage(i), answer.passage))
    answered = {j for j, _ in pairs.values()}
    return rows + [superfluous(annotation, each, count) for j, each in enumerate(found) if j not in answered]


def count_hit(annotation: Annotation, number: int, answer: Found | None, count: Counter[str]) -> None:
    long = len(annotation.words[number]) >= LONG
    hit = answer is not None
    count.update(
        {"long": long, "hits": hit, "long hits": long and hit, "in text": annotation.stands_in_text(number)}
    )


def row_of(annotation: Annotation, number: int, answer: Found | None, tally: Tally) -> Row:
    """An annotated quote, judged and counted."""
    passage = annotation.passage(number)
    if answer is None:
        return Row("missed", passage)
    quote, name = annotation.speech[number], answer.quote.get("speaker")
    accepted = [quote["speaker"], *quote.get("also", [])]
    if accepted == [None]:
        tally.count["both"] += not name
        return Row("speaker" if name else "right", passage, answer.passage)
    right = any(same_name(each, name) for each in accepted)
    full = any(words(name or "") == words(each or "") for each in accepted)
    tally.count.update({"judged": 1, "right": right, "both": right, "full": full})
    tally.judged.append((answer.quote.get("confidence") or 0, right))
    return Row("right" if right else "speaker", passage, answer.passage)


def same_name(gold: str | None, found: str | None) -> bool:
    """The same last name with one word more that agrees, or half of all words in common."""
    if not gold or not found:
        return not gold and not found
    wanted, said = content(gold), content(found)
    if not wanted or not said:
        return gold.lower() == found.lower()
    alone = len(wanted) == 1 or len(said) == 1
    if last_name(gold) == last_name(found) and (alone or len(wanted & said) > 1):
        return True
    return len(wanted & said) / len(wanted | said) >= 0.5


def superfluous(annotation: Annotation, found: Found, count: Counter[str]) -> Row:
    of_no_one = any(word_overlap(found.words, other) >= ENOUGH for other in annotation.of_no_one)
    count["not speech" if of_no_one else "spurious"] += 1
    return Row("not speech" if of_no_one else "spurious", None, found.passage)


# ---------------------------------------------------------------- the article itself


def count_metadata(document: Json, read: Json, count: Counter[str]) -> None:
    """Is the title, the date, are the authors and the words of the body right?"""
    title = document.get("title") or []
    titles = [title] if isinstance(title, str) else title
    count["titles"] += bool(titles)
    count["titles right"] += any(words(read.get("title") or "") == words(each) for each in titles)
    if document.get("date"):
        count["dates"] += 1
        count["dates right"] += (read.get("published") or "")[:10] == document["date"][:10]
    if document.get("authors"):
        count["authors"] += 1
        count["authors right"] += names(document["authors"]) == names(read.get("authors") or [])
    if document.get("paragraphs") and read.get("paragraphs"):
        count_body(document["paragraphs"], read["paragraphs"], count)


def names(authors: Iterable[str]) -> set[tuple[str, ...]]:
    return {tuple(words(author)) for author in authors}


def count_body(annotated: list[str], read: list[Json], count: Counter[str]) -> None:
    gold = Counter(words(" ".join(annotated)))
    found = Counter(words(" ".join(each["text"] for each in read if each.get("role") != "headline")))
    count["body words common"] += (gold & found).total()
    count["body words"] += gold.total()
    count["body words read"] += found.total()
