"""Lets the index follow the database, as the setting INDEX_FOLLOWS says.

background  a thread of this process indexes what was marked, about a second after the commit; many commits at
once commit      every commit waits until it is indexed (tests) never       somebody else does it: a web
process, or ``manage.py index --follow``
"""

import atexit
import logging
import os
import time
from threading import Event, Lock, Thread

from django.conf import settings
from django.db import DatabaseError, connections

from .errors import IndexBroken, IndexMissing, RebuildRunning, SearchError
from .upkeep import upkeep

PAUSE = 1.0  # seconds between two drains, so that many small commits cost one
SHARE = 0.05  # of the time at the most: where drains are slow or changes many, more of them wait for one
LONGEST_PAUSE = 10.0
POLL = 5.0  # seconds until a look for what a process that died has left
FAREWELL = 60.0  # seconds that a process waits at its end for its last changes to be indexed

log = logging.getLogger(__name__)


def follow() -> None:
    """Have the outbox drained."""
    if settings.INDEX_FOLLOWS == "commit":
        catch_up()
    elif settings.INDEX_FOLLOWS == "background":
        follower().wake()


def catch_up() -> int:
    """Drain the outbox, or make an index where none works; returns how many quotes were indexed."""
    try:
        upkeep().require()
        return upkeep().drain()
    except (IndexMissing, IndexBroken):
        return upkeep().rebuild()


class Follower:
    """The thread, started when it is first needed."""

    def __init__(self) -> None:
        self.called = Event()
        self.ending = Event()
        self.thread = Thread(target=self.run, name="search-index", daemon=True)
        self.thread.start()
        atexit.register(self.end)

    def wake(self) -> None:
        self.called.set()

    def run(self) -> None:
        while not self.ending.is_set():
            self.called.wait(POLL)
            self.called.clear()
            started = time.monotonic()
            self.step()
            self.ending.wait(min(max(PAUSE, (time.monotonic() - started) / SHARE), LONGEST_PAUSE))
        if self.called.is_set():
            self.step()

    def step(self) -> None:
        """Catch up; what fails now is tried again at the next step, since the outbox keeps it."""
        try:
            catch_up()
        except RebuildRunning:
            pass
        except (DatabaseError, SearchError, OSError):
            log.exception("The search index could not follow the database; trying again.")
        finally:
            connections.close_all()

    def end(self) -> None:
        """Index what is left before the process goes."""
        self.ending.set()
        self.called.set()
        self.thread.join(FAREWELL)


class Followers:
    """At most one a process; a forked child starts its own."""

    def __init__(self) -> None:
        self.reset()
        os.register_at_fork(after_in_child=self.reset)

    def reset(self) -> None:
        self.lock = Lock()
        self.follower: Follower | None = None

    def one(self) -> Follower:
        with self.lock:
            if self.follower is None:
                self.follower = Follower()
            return self.follower


followers = Followers()


def follower() -> Follower:
    return followers.one()


def follow_forever(pause: float = PAUSE) -> None:
    """Drain again and again, until interrupted."""
    while True:
        catch_up()
        time.sleep(pause)
