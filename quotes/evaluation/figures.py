"""Shares, F1, and how right the surest are."""

from collections.abc import Sequence

Figures = dict[str, int | float]

SHARES = (50, 60, 80)
NEARLY_ALWAYS = 0.97


def ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def precision_recall_f1(hits: int, found: int, gold: int) -> tuple[float, float, float]:
    precision, recall = ratio(hits, found), ratio(hits, gold)
    return precision, recall, ratio(2 * precision * recall, precision + recall)


def confidence_figures(judged: Sequence[tuple[float, bool]]) -> Figures:
    """Accuracy of the surest half and more, and the largest share that is 97 % right.

    ``judged`` holds (confidence, right?) of every speaker.
    """
    surest = sorted(judged, key=lambda each: -each[0])
    figures: Figures = {}
    for percent in SHARES:
        top = surest[: int(len(surest) * (percent / 100))]
        figures[f"accuracy_top_{percent}"] = ratio(sum(right for _, right in top), len(top))
    best = hits = 0
    for number, (_, right) in enumerate(surest, 1):
        hits += right
        if hits / number >= NEARLY_ALWAYS:
            best = number
    return figures | {"share_97_right": ratio(best, len(surest))}
