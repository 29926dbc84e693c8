"""The demo's ports: three in a row, the usual ones if they are free, so that two demos stand side by side."""

import socket
from contextlib import ExitStack

HOST = "127.0.0.1"
PORT = 8801
ROW = 3


def free_ports(first: int = PORT) -> int:
    """The first of three ports in a row that nobody uses; ``first`` itself where none is found."""
    rows = range(first, min(first + 1000, 65533), ROW)
    return next((port for port in rows if are_free(*range(port, port + ROW))), first)


def are_free(*ports: int) -> bool:
    with ExitStack() as stack:
        try:
            for port in ports:
                probe = stack.enter_context(socket.socket())
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the servers set it
                probe.bind((HOST, port))
        except OSError:
            return False
    return True
