"""How long things take."""

import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds: half of the calls took no longer than ``p50``, 95 of 100 no longer than ``p95``."""

    p50: float
    p95: float


def timed(call: Callable[[Any], Any], arguments: Iterable[Any]) -> Timing:
    """Of one call with each of these, after a warm-up with some of them."""
    arguments = list(arguments)
    for argument in arguments[:10]:
        call(argument)
    taken = sorted(seconds(call, argument) for argument in arguments)
    return Timing(median(taken) * 1000, taken[int(len(taken) * 0.95)] * 1000)


def seconds(call: Callable[..., Any], *arguments: Any) -> float:
    started = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - started


def peak_megabytes() -> float:
    """The most memory that this process ever held."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)
