"""Plain text with annotated offsets: spans are compared to the character.

Documents: ``{"id", "text", "quotes": [{"kind", "quoted": [[start, end], ...], "speaker", "speaker_mention":
{"start", "end", "text"} or null}]}``. ``speaker_type`` (one of ``KINDS``) may be added, and ``speaker_basis``
where the annotation is unsure. What is found in it is what ``inspect --text`` prints. Indirect speech and
passages of one word are not scored.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .comparison import Comparison, Evaluation, Passage, Row
from .figures import Figures, confidence_figures, precision_recall_f1, ratio
from .pairing import ENOUGH, Span, paired, span_overlap
from .words import LITTLE, content, last_name, trimmed, words

Json = dict[str, Any]

NOT_SCORED = ("unattributed", "indirect", "other")
# Where the annotation itself cannot say who spoke.
UNDECIDED = frozenset({"first-person", "pronoun-unresolved", "compound", "no-corenlp"})
DESCRIBED = frozenset({"org", "nominal-coref-silver"})
KINDS = ("person", "pronoun", "nominal", "org")


@dataclass(slots=True)
class Tally:
    """Counts over all documents; ``judged`` holds (confidence, right?) of every speaker."""

    count: Counter[str] = field(default_factory=Counter)
    judged: list[tuple[float, bool]] = field(default_factory=list)


def evaluate_text(documents: Iterable[Json], predicted: Mapping[str, Json]) -> Evaluation:
    """``predicted`` holds what was found by the document's id; a document that it lacks counts as empty."""
    tally = Tally()
    comparisons = tuple(compared(each, predicted.get(each["id"], {}), tally) for each in documents)
    return Evaluation(figures_of(len(comparisons), tally), comparisons)


def figures_of(documents: int, tally: Tally) -> Figures:
    count = tally.count
    precision, recall, f1 = precision_recall_f1(count["exact"], count["found"], count["gold"])
    figures: Figures = {
        "documents": documents,
        "gold": count["gold"],
        "predicted": count["found"],
        "span_precision": precision,
        "span_recall": recall,
        "span_f1": f1,
        "speaker_accuracy": ratio(count["right"], count["judged"]),
        "speaker_mention_accuracy": ratio(count["mention"], count["judged"]),
    }
    for kind in KINDS:
        if count[f"judged {kind}"]:
            share = ratio(count[f"right {kind}"], count[f"judged {kind}"])
            figures[f"speaker_accuracy_{kind}"] = share
    return figures | confidence_figures(tally.judged)


def compared(document: Json, read: Json, tally: Tally) -> Comparison:
    gold, found = annotated_spans(document), found_spans(document["text"], read)
    pairs = paired([span for span, _ in gold], [span for span, _ in found], span_overlap)
    tally.count.update(gold=len(gold), found=len(found))
    places = Places(document["text"])
    rows = []
    for i, (span, quote) in enumerate(gold):
        if i not in pairs:
            rows.append(Row("missed", places.passage(span, quote)))
            continue
        j, overlap = pairs[i]
        rows.append(row_of(places, gold[i], found[j], overlap, tally))
    answered = {j for j, _ in pairs.values()}
    rows += [
        Row("spurious", None, places.passage(*each)) for j, each in enumerate(found) if j not in answered
    ]
    lines = tuple(places.lines)
    return Comparison(document["id"], document.get("title") or "", lines, lines, tuple(rows))


def annotated_spans(document: Json) -> list[tuple[Span, Json]]:
    """Every marked passage of two words and more, in reading order, with its annotation."""
    found: dict[Span, Json] = {}
    marked = [quote for quote in document["quotes"] if quote["kind"] != "indirect"]
    for quote, (start, end) in ((each, segment) for each in marked for segment in each["quoted"]):
        span = trimmed(document["text"], start, end)
        if len(words(document["text"][slice(*span)])) > 1:
            found[span] = quote
    return sorted(found.items(), key=lambda item: item[0])


def found_spans(text: str, read: Json) -> list[tuple[Span, Json]]:
    quotes = [quote for quote in read.get("quotes", []) if quote.get("kind") not in NOT_SCORED]
    spans = [(trimmed(text, *segment), quote) for quote in quotes for segment in quote["segments"]]
    return [(span, quote) for span, quote in spans if len(words(text[slice(*span)])) > 1]


def row_of(
    places: "Places", gold: tuple[Span, Json], found: tuple[Span, Json], overlap: float, tally: Tally
) -> Row:
    """A pair, judged and counted."""
    passages = places.passage(*gold), places.passage(*found)
    tally.count["exact"] += gold[0] == found[0]
    if overlap < ENOUGH:
        return Row("boundary", *passages)
    right = speaker_right(gold[1], found[1], places.text)
    if right is None:
        return Row("not judged", *passages)
    kind, near = gold[1].get("speaker_type"), mention_right(gold[1], found[1])
    tally.count.update(
        {"judged": 1, f"judged {kind}": 1, "right": right, f"right {kind}": right, "mention": near}
    )
    tally.judged.append((found[1].get("confidence") or 0, right))
    return Row("right" if right else "speaker", *passages)


def speaker_right(gold: Json, found: Json, text: str) -> bool | None:
    """Is it the right speaker? ``None`` where the annotation cannot say."""
    mention = gold["speaker_mention"]
    if mention is None or gold.get("speaker_basis") in UNDECIDED:
        return None
    name = found.get("speaker") or ""
    near = mention_near(mention, found.get("mention"), text)
    if not name and near is None:
        return False
    near = near or ""
    if gold["speaker"] and gold.get("speaker_basis") not in DESCRIBED:
        return last_name(gold["speaker"]) == last_name(name or near)
    wanted = content(mention["text"]) | content(gold["speaker"] or "")
    if not wanted:  # titles alone: "the president"
        return bool((set(words(mention["text"])) - LITTLE) & set(words(f"{name} {near}")))
    return bool(wanted & (content(name) | content(near)))


def mention_near(mention: Json, said: Json | None, text: str) -> str | None:
    """The words of the found mention, ``None`` if it is none or so long that it would contain anybody."""
    if not said or said["end"] - said["start"] > longest(mention):
        return None
    return text[said["start"] : said["end"]]


def longest(mention: Json) -> int:
    """How many characters a found mention may have."""
    return int(2 * (mention["end"] - mention["start"]) + 40)


def mention_right(gold: Json, found: Json) -> bool:
    said, mention = found.get("mention"), gold["speaker_mention"]
    if not said or said["end"] - said["start"] > longest(mention):
        return False
    return bool(said["start"] < mention["end"] and said["end"] > mention["start"])


class Places:
    """Turns offsets in a text into places in its lines, so that articles can be shown by paragraphs."""

    def __init__(self, text: str) -> None:
        self.text, self.lines, self.starts = text, text.splitlines(), [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def passage(self, span: Span, quote: Json) -> Passage:
        line = bisect_right(self.starts, span[0]) - 1
        start = span[0] - self.starts[line]
        end = min(span[1] - self.starts[line], len(self.lines[line]))
        mention = quote.get("speaker_mention") or {}
        return Passage(
            self.text[slice(*span)], quote.get("speaker") or mention.get("text"), (line, start, end)
        )
