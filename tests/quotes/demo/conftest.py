import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from quotes.demo.server import HOST, Newsroom


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    """The three newspapers, served on free ports."""
    room = Newsroom(free_ports())
    with room.open():
        yield room


def free_ports() -> int:
    """The first of three free ports in a row."""
    for port in range(18801, 28801, 3):
        if are_free(port, port + 1, port + 2):
            return port
    raise RuntimeError("no three free ports in a row")


def are_free(*ports: int) -> bool:
    with ExitStack() as stack:
        try:
            for port in ports:
                stack.enter_context(socket.socket()).bind((HOST, port))
        except OSError:
            return False
    return True
