"""Django's SQLite, with a shorter wait for its one writer's turn.

SQLite itself asks for the turn after 1, 2, 5, 10, 15, 20, 25 ... 100 ms, and so often misses it: two workers
that collected spent a third of their time asleep while nobody wrote. Here it is asked for every millisecond.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.db.backends.sqlite3 import base

POLL = 0.001
PATIENCE = 30.0  # seconds, then the database is "locked"
ERROR_CLASS = 0xFF  # of the codes of errors, which tell more in their other bits


class Cursor(base.SQLiteCursorWrapper):
    def execute(self, query: str, params: Any = None) -> Any:
        return self.in_turn(partial(super().execute, query, params))

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        return self.in_turn(partial(super().executemany, query, list(param_list)))

    def in_turn(self, statement: Callable[[], Any]) -> Any:
        """What it returns; outside a transaction it is tried again while another connection writes."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return statement()
            except sqlite3.OperationalError as error:
                if not self.is_awaited(error) or time.monotonic() > until:
                    raise
            time.sleep(POLL)

    def is_awaited(self, error: sqlite3.OperationalError) -> bool:
        """Within a transaction waiting would not help: it has the turn, or what it has read is too old."""
        is_busy = error.sqlite_errorcode & ERROR_CLASS == sqlite3.SQLITE_BUSY
        return is_busy and not self.connection.in_transaction


class DatabaseWrapper(base.DatabaseWrapper):
    def create_cursor(self, name: str | None = None) -> Cursor:
        return self.connection.cursor(factory=Cursor)
