"""Who may ask a host when: never two requests at once to one host, and a pause between two.

One interface, two implementations: ``InMemory`` for one process that needs no database, ``HostTable`` for any
number of workers.
"""

import threading
import time
from dataclasses import dataclass, field
from typing import Protocol

from archive.errors import BusyError

PATIENCE = 30.0
LONGEST_PAUSE = 3600.0
LONGEST_WAIT = 86400.0
ROBOTS_AGE = 86400.0


class Politeness(Protocol):
    """Turns at hosts (``"example.org"``, or with a port if unusual), and their robots.txt."""

    def claim(self, host: str, delay: float) -> None:
        """Wait for the turn at this host; ``delay`` seconds are its default pause.

        Raises ``BusyError`` where that would take longer than the patience.
        """

    def release(self, host: str, delay: float, *, failed: bool = False, wait: float = 0.0) -> None:
        """Give the turn back: nobody asks for ``delay`` seconds, longer after failures or a ``wait``."""

    def robots(self, host: str) -> str | None:
        """Its robots.txt as last kept, ``""`` where it has none; None: to be fetched."""

    def keep_robots(self, host: str, text: str) -> None:
        """Keep the robots.txt for a day."""


def pause(delay: float, failures: int, wait: float) -> float:
    """Seconds until the next request: the delay doubled with each failure in a row, or the wait asked for."""
    grown = delay * 2.0 ** min(failures, 20)
    return max(min(grown, LONGEST_PAUSE), min(wait, LONGEST_WAIT))


def busy(host: str, wait: float) -> BusyError:
    return BusyError(
        f"{host} is to be left in peace for another {wait:.0f} seconds: try again after that.", host, wait
    )


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    next_at: float = 0.0
    failures: int = 0
    robots: str | None = None
    robots_until: float = 0.0


class InMemory:
    """Turns among the threads of this process. Times are of the monotonic clock."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._hosts: dict[str, _Host] = {}

    def claim(self, host: str, delay: float) -> None:
        state, until = self._state(host), time.monotonic() + self.patience
        if not state.turn.acquire(timeout=self.patience):
            raise busy(host, delay)
        if state.next_at > until:
            state.turn.release()
            raise busy(host, state.next_at - time.monotonic())
        time.sleep(max(0.0, state.next_at - time.monotonic()))

    def release(self, host: str, delay: float, *, failed: bool = False, wait: float = 0.0) -> None:
        state = self._state(host)
        state.failures = state.failures + 1 if failed else 0
        state.next_at = time.monotonic() + pause(delay, state.failures, wait)
        state.turn.release()

    def robots(self, host: str) -> str | None:
        state = self._state(host)
        return state.robots if time.monotonic() < state.robots_until else None

    def keep_robots(self, host: str, text: str) -> None:
        state = self._state(host)
        state.robots, state.robots_until = text, time.monotonic() + ROBOTS_AGE

    def _state(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host())
