"""A linear ranker: a candidate's score is the sum of the weights of its features.

A feature is a readable string, under which its weight stands in the file. Candidates differ in few things
and have many features, so these come as facts: a function that spells the features, and what it is called
with. The same facts occur again and again, in every article; what they weigh is added up once.
"""

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "weights"
# (function, *its arguments): the function tells the features
Facts = tuple[Any, ...]
MOST = 200_000


class Weights(dict[str, float]):
    """Feature to weight."""

    def __init__(self, table: Iterable[tuple[str, float]] | dict[str, float] = ()) -> None:
        super().__init__(table)
        self.sums = Sums(self)


class Sums(dict[Facts, float]):
    """Facts to the sum of the weights of their features: a memory that forgets when it is full."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, facts: Facts) -> float:
        if len(self) >= MOST:
            self.clear()
        found = self[facts] = score(self.weights, facts[0](*facts[1:]))
        return found


def score(weights: Weights, features: Iterable[str]) -> float:
    return sum(filter(None, map(weights.get, features)), 0.0)


def score_facts(weights: Weights, facts: Iterable[Facts]) -> float:
    """The same for the features that are told by facts."""
    return sum(map(weights.sums.__getitem__, facts), 0.0)


def spelled(facts: Iterable[Facts]) -> list[str]:
    """The features that facts tell."""
    return [feature for tell, *arguments in facts for feature in tell(*arguments)]


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
    return {part: table if part == "provenance" else Weights(table) for part, table in data.items()}
