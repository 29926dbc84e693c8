"""Commits that nobody waits for: leases and turns, and what can be made again, are not worth a sync each.

They survive a killed process like any other. A power cut may take them, with nothing that was committed after
them: logs are written in order, so the next commit that is waited for brings them onto the disk as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

WITHIN = "commits_unsynced"  # the mark of a connection that is told already


@contextmanager
def unsynced() -> Iterator[None]:
    """The commits within; without effect in a transaction, which is as durable as whoever began it wants."""
    if connection.in_atomic_block or getattr(connection, WITHIN, False):
        yield
        return
    switch = of_sqlite if connection.vendor == "sqlite" else of_postgresql
    with connection.cursor() as cursor:
        off, on = switch(cursor)
        cursor.execute(off)
    setattr(connection, WITHIN, True)
    try:
        yield
    finally:
        setattr(connection, WITHIN, False)
        with connection.cursor() as cursor:
            cursor.execute(on)


def of_sqlite(cursor) -> tuple[str, str]:
    """NORMAL: a commit is written to the log, and the log is synced when it is moved into the database."""
    set_level = "PRAGMA synchronous = {}"
    level = cursor.execute("PRAGMA synchronous").fetchone()[0]
    return set_level.format(min(level, 1)), set_level.format(level)


def of_postgresql(cursor) -> tuple[str, str]:
    return "SET synchronous_commit TO off", "RESET synchronous_commit"
