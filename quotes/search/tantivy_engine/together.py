"""Independent questions to the index at once: it answers without Python's lock, on several processors.

What is asked together must not itself be asked from a task of this pool, or all tasks could wait for others;
so the first call runs in the thread that asks, and only this one may ask for more.
"""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

One = TypeVar("One")
Other = TypeVar("Other")
THREADS = min(os.cpu_count() or 1, 8)


class Pools:
    """One a process: threads do not outlive a fork."""

    def __init__(self) -> None:
        self.reset()
        os.register_at_fork(after_in_child=self.reset)

    def reset(self) -> None:
        self.pool = ThreadPoolExecutor(THREADS, thread_name_prefix="search")


pools = Pools()


def together(one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
    """What both return; whichever error comes first is raised. One after the other on a single processor."""
    if THREADS == 1:
        return one(), other()
    later = pools.pool.submit(other)
    try:
        return one(), later.result()
    finally:
        later.cancel()


def at_once(call: Callable[[One], Other], values: Iterable[One]) -> list[Other]:
    """What is returned for each value, in their order; whichever of two processors is free takes the next."""
    waiting = enumerate([*values])  # shared: Python's lock is held while one is taken
    answers: dict[int, Other] = {}

    def work() -> None:
        for place, value in waiting:
            answers[place] = call(value)

    together(work, work)
    return [answers[place] for place in sorted(answers)]
