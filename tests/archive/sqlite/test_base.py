import threading

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from archive.sqlite import base

pytestmark = pytest.mark.django_db  # no table of it: connections may be made
INSERT = "INSERT INTO quote VALUES (%s)"


@pytest.fixture
def connect(tmp_path):
    """Connections to one file, as the settings make them."""
    made = []

    def one():
        options = {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=0",
        }
        database = {"ENGINE": "archive.sqlite", "NAME": str(tmp_path / "archive.sqlite3"), "OPTIONS": options}
        made.append(ConnectionHandler({"default": database})["default"])
        made[-1].inc_thread_sharing()  # so that it can be closed here
        return made[-1]

    with one().cursor() as cursor:
        cursor.execute("CREATE TABLE quote (words TEXT UNIQUE)")
    yield one
    for connection in made:
        connection.close()


def words(connection) -> list[str]:
    with connection.cursor() as cursor:
        return [row[0] for row in cursor.execute("SELECT words FROM quote ORDER BY words").fetchall()]


def begin(connection):
    cursor = connection.cursor()
    cursor.execute("BEGIN IMMEDIATE")
    cursor.execute(INSERT, ["first"])
    return cursor


@pytest.mark.parametrize("many", [False, True])
def test_statement_waits_until_another_connection_has_written(connect, many):
    first, waiting = begin(connect()), threading.Event()

    def write() -> None:
        connection = connect()
        with connection.cursor() as cursor:
            waiting.set()
            if many:
                cursor.executemany(INSERT, iter([["second"], ["third"]]))
            else:
                cursor.execute(INSERT, ["second"])

    thread = threading.Thread(target=write)
    thread.start()
    waiting.wait()
    assert words(connect()) == []
    first.execute("COMMIT")
    thread.join()
    assert words(connect()) == ["first", "second", *["third"] * many]


def test_statement_gives_up_when_its_patience_ends(connect, monkeypatch):
    monkeypatch.setattr(base, "PATIENCE", 0.01)
    first = begin(connect())
    with connect().cursor() as cursor, pytest.raises(OperationalError, match="locked"):
        cursor.execute(INSERT, ["second"])
    first.execute("COMMIT")
    assert words(connect()) == ["first"]


def test_transaction_that_has_read_what_is_old_does_not_wait(connect, monkeypatch):
    monkeypatch.setattr(base, "PATIENCE", float("inf"))
    reader = connect().cursor()
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM quote").fetchall()
    begin(connect()).execute("COMMIT")
    with pytest.raises(OperationalError, match="locked"):
        reader.execute(INSERT, ["second"])


def test_other_errors_are_raised_at_once(connect, monkeypatch):
    monkeypatch.setattr(base, "PATIENCE", float("inf"))
    with connect().cursor() as cursor, pytest.raises(OperationalError, match="no such table"):
        cursor.execute("SELECT * FROM articles")
