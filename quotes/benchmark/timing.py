"""How long things take."""

import resource
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
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


def processor_seconds(call: Callable[..., Any], *arguments: Any) -> float:
    """What this process alone took, whatever else the machine was doing."""
    started = time.process_time()
    call(*arguments)
    return time.process_time() - started


def peak_megabytes() -> float:
    """The most memory that this process ever held."""
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def cpu_seconds() -> float:
    """Processor time of this process and of the children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def tree_megabytes(pid: int) -> float:
    """What a process and its children hold in memory now, without the files that they look into (the index).

    0 where the system has no /proc to tell it.
    """
    process = Path(f"/proc/{pid}")
    try:
        _, resident, shared, *_ = map(int, (process / "statm").read_text().split())
        children = (process / "task" / str(pid) / "children").read_text().split()
    except FileNotFoundError:
        return 0.0
    return (resident - shared) * resource.getpagesize() / 1e6 + sum(
        tree_megabytes(int(child)) for child in children
    )
