"""A linear ranker: a candidate's score is the sum of the weights of its features."""

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "weights"

Weights = dict[str, float]


def score(weights: Weights, features: Iterable[str]) -> float:
    get, total = weights.get, 0.0
    for feature in features:  # in the innermost loop: a generator would take twice the time
        total += get(feature, 0.0)
    return total


def softmax(scores: Sequence[float]) -> list[float]:
    """Chances (they sum to 1) from scores; empty for none."""
    if not scores:
        return []
    highest = max(scores)
    exponentials = [math.exp(value - highest) for value in scores]
    total = sum(exponentials)
    return [value / total for value in exponentials]


def logistic(value: float) -> float:
    """The chance that belongs to a score, without overflow."""
    if value < 0:
        return math.exp(max(value, -700.0)) / (1 + math.exp(max(value, -700.0)))
    return 1 / (1 + math.exp(-value))


@cache
def load_weights(name: str) -> dict[str, Any]:
    """``weights/<name>.json``: provenance, and the tables of weights by the ranker they belong to."""
    data: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return data
