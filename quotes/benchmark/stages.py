"""Where the time of collecting goes: each stage without those within it."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from types import ModuleType
from typing import Any
from unittest.mock import patch

import archive.collect.visit
import archive.readings
import quotes.record

# fetch, preserve and read as collecting calls them; extraction and recording as the quotes' side does.
# What a child process parses takes time here only where it is waited for.
STAGES: dict[str, tuple[ModuleType | type, str]] = {
    "fetch": (archive.collect.visit, "fetch"),
    "preserve": (archive.collect.visit, "preserve"),
    "have it parsed": (archive.collect.visit, "begin"),
    "wait for that": (archive.readings.Begun, "wait"),
    "read": (archive.readings.Begun, "finish"),
    "group copies": (archive.readings, "group_copies"),
    "extract": (quotes.record, "extract_quotes"),
    "record": (quotes.record, "record_quotes"),
}


class Stages:
    """Seconds by stage, of one thread."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.inner: list[float] = []  # of each running stage, the seconds of the stages within it

    @contextmanager
    def watched(self) -> Iterator[None]:
        with ExitStack() as stack:
            for name, (module, function) in STAGES.items():
                timed = self.timed(name, getattr(module, function))
                stack.enter_context(patch.object(module, function, timed))
            yield

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*arguments: Any, **named: Any) -> Any:
            started = time.perf_counter()
            self.inner.append(0.0)
            try:
                return function(*arguments, **named)
            finally:
                self.note(name, time.perf_counter() - started)

        return call

    def note(self, name: str, seconds: float) -> None:
        self.seconds[name] += seconds - self.inner.pop()
        if self.inner:
            self.inner[-1] += seconds
