"""Free ports, three in a row, as the demo takes them."""

import socket
from contextlib import ExitStack

from quotes.demo.server import HOST


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
