import logging
import threading

import pytest

from archive.errors import RefusedError
from archive.fetch import allow_private, fetch
from archive.fetch.private import is_allowed_private
from tests.archive.server import Server, reply


@pytest.fixture
def hidden():
    with Server().running() as server:
        server.answers["/"] = reply(b"page")
        yield server


def test_nothing_allowed_by_default(settings):
    assert settings.ARCHIVE_ALLOWED_PRIVATE == []


def test_allow_private_for_a_while(hidden):
    with allow_private(hidden.address):
        assert fetch(hidden.url()).content == b"page"
    with pytest.raises(RefusedError):
        fetch(hidden.url())


def test_allow_private_in_all_threads(hidden):
    seen = []
    with allow_private("127.0.0.1:1"):
        thread = threading.Thread(target=lambda: seen.append(is_allowed_private("127.0.0.1", 1)))
        thread.start()
        thread.join()
    assert seen == [True]


def test_allow_private_twice():
    with allow_private("127.0.0.1:1"):
        with allow_private("127.0.0.1:1", "127.0.0.1:2"):
            pass
        assert [is_allowed_private("127.0.0.1", port) for port in (1, 2)] == [True, False]


def test_allow_private_ends_with_an_error():
    with pytest.raises(ZeroDivisionError), allow_private("127.0.0.1:1"):
        1 / 0  # noqa: B018 -- any error will do
    assert not is_allowed_private("127.0.0.1", 1)


@pytest.mark.parametrize(
    ("host", "port", "allowed"),
    [("127.0.0.1", 1, True), ("127.0.0.1", 2, False), ("localhost", 1, False), ("::1", 1, True)],
)
def test_is_allowed_private_as_written(host, port, allowed):
    with allow_private("127.0.0.1:1", "[::1]:1"):
        assert is_allowed_private(host, port) is allowed


def test_fetch_server_of_the_settings(hidden, settings):
    settings.ARCHIVE_ALLOWED_PRIVATE = [hidden.address]
    assert fetch(hidden.url()).content == b"page"


def test_setting_warns_once_and_what_ends_by_itself_does_not(caplog, settings):
    settings.ARCHIVE_ALLOWED_PRIVATE = ["127.0.0.1:31", "127.0.0.1:32"]
    with caplog.at_level(logging.WARNING), allow_private("127.0.0.1:33"):
        assert [is_allowed_private("127.0.0.1", port) for port in (31, 32, 33)] == [True] * 3
    assert caplog.messages == [
        "The network guard lets 127.0.0.1:31, 127.0.0.1:32 pass: for the demo and tests only."
    ]
