"""How much harm a wrong quote would do: what decides in which order curators see the quotes. Pure.

Harm is prominence times doubt: a shaky attribution to a named person in ten newspapers goes before one to "a
resident" in one. What readers reported, and what changed at its source, goes before everything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log2

REPORT = 10.0  # an open report outweighs any doubt of the engine's
LEAST = 0.001  # of what nobody has looked at, however sure the engine is

NAMED, KNOWN, BODY, UNNAMED, NOBODY = 1.0, 1.5, 0.7, 0.4, 0.5
SERIOUS = {"ambiguous surname": 0.3, "same name": 0.3, "close runner-up": 0.2, "no speaker": 0.1}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a quote: its speaker's ``weight``, independent ``sources``, ``confidence`` (0 to 1),
    the engine's ``reasons`` for doubt, and how many ``reports`` are open."""

    weight: float
    sources: int
    confidence: float
    reasons: frozenset[str]
    reports: int


def prominence(standing: Standing) -> float:
    """Twice the sources are one step more: 1 for one source and a named person, 2 for two, 3 for four."""
    return standing.weight * (1 + log2(max(standing.sources, 1)))


def doubt(standing: Standing) -> float:
    """The chance that the speaker is wrong, raised by what engines are known to stumble over; 0 to 1."""
    return min(1.0, 1 - standing.confidence + sum(SERIOUS.get(reason, 0) for reason in standing.reasons))


def harm(standing: Standing) -> float:
    return max(LEAST, prominence(standing) * doubt(standing)) + REPORT * standing.reports


def weight(kind: str | None, *, is_known: bool, is_local: bool) -> float:
    """Of a speaker: ``is_known`` with a Wikidata id, ``is_local`` where no more than a surname is given."""
    if kind is None:
        return NOBODY
    if kind == "unnamed" or is_local:
        return UNNAMED
    if is_known:
        return KNOWN
    return NAMED if kind == "person" else BODY


def all_reasons(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(reason for reasons in lists for reason in reasons)
