"""Fits a linear ranker by AdaGrad: the right candidates' share of the softmax over their group is raised."""

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.extraction.ranker import Weights


@dataclass(frozen=True, slots=True)
class Group:
    """The candidates of one decision, each a list of features, and which of them are right."""

    candidates: list[list[str]]
    right: list[int]


@dataclass(frozen=True, slots=True)
class Fitting:
    """How to fit: features seen in fewer than ``rare`` candidates are dropped."""

    epochs: int = 8
    rate: float = 0.3
    decay: float = 1e-6
    rare: int = 4
    orders: int = 6


def fit(groups: Sequence[Group], how: Fitting) -> Weights:
    """The weights; the same groups and settings always give the same."""
    names = common(groups, how.rare)
    numbers = {name: number for number, name in enumerate(names)}
    rows = [
        (
            [[numbers[f] for f in features if f in numbers] for features in group.candidates],
            frozenset(group.right),
        )
        for group in groups
        if group.right and len(group.candidates) > 1
    ]
    weights = descend(rows, len(names), how)
    return Weights(
        (name, round(weight, 3)) for name, weight in zip(names, weights, strict=True) if abs(weight) >= 0.01
    )


def common(groups: Sequence[Group], rare: int) -> list[str]:
    counts: Counter[str] = Counter()
    for group in groups:
        for features in group.candidates:
            counts.update(features)
    return sorted(name for name, count in counts.items() if count >= rare)


Row = tuple[list[list[int]], frozenset[int]]


def descend(rows: list[Row], size: int, how: Fitting) -> list[float]:
    """The mean of what several orders of learning give, as single ones swing."""
    each = [descend_once(rows, size, how, order) for order in range(how.orders)]
    return [sum(weights) / how.orders for weights in zip(*each, strict=True)]


def descend_once(rows: list[Row], size: int, how: Fitting, seed: int) -> list[float]:
    """The mean of the weights after the later epochs (Polyak and Juditsky 1992)."""
    weights, squares, total = [0.0] * size, [1e-2] * size, [0.0] * size
    order = random.Random(seed)  # noqa: S311 -- the order of learning, no secret
    for epoch in range(how.epochs):
        order.shuffle(rows)
        for features, right in rows:
            step(weights, squares, features, right, how)
        if 2 * epoch >= how.epochs:
            total = [whole + weight for whole, weight in zip(total, weights, strict=True)]
    return [whole / max(1, how.epochs // 2) for whole in total]


def step(
    weights: list[float], squares: list[float], rows: list[list[int]], right: frozenset[int], how: Fitting
) -> None:
    """One gradient step on one group."""
    scores = [sum(map(weights.__getitem__, row)) for row in rows]
    highest = max(scores)
    shares = [math.exp(value - highest) for value in scores]
    total, good = sum(shares), sum(shares[i] for i in right)
    for place, row in enumerate(rows):
        slope = shares[place] / total - (shares[place] / good if place in right and good else 0.0)
        if abs(slope) < 1e-3:
            continue
        for f in row:
            gradient = slope + how.decay * weights[f]
            squares[f] += gradient * gradient
            weights[f] -= how.rate * gradient / math.sqrt(squares[f])
