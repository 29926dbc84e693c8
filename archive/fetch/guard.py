"""The network guard: every connection is decided when it is made, whatever address or redirect led to it.

A name is resolved once; if any of its addresses is not public the connection is refused, else it goes to the
address that was checked, so that a second answer of the resolver cannot lead elsewhere. Sits below TLS:
certificates and SNI are checked against the name as ever.
"""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any

import httpcore2

from .networks import Address, is_public
from .private import is_allowed_private

PORTS = (80, 443)
CONNECT_SECONDS = 15.0
READ_SECONDS = 20.0


class ForbiddenError(Exception):
    """The guard refuses; the message says what."""


class NoSuchHostError(Exception):
    """The name has no address."""


class Deadline:
    """One moment by which everything must be done, however slowly a server drips."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        self._ends += seconds

    def left(self, at_most: float) -> float:
        """Seconds left, at most so many; raises ``ReadTimeout`` when there are none."""
        left = self._ends - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("deadline")
        return min(left, at_most)


class Guard(httpcore2.NetworkBackend):
    """The way to the network for the connections of one fetch."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = checked_addresses(host, port, self._deadline.left(CONNECT_SECONDS))
        return TimedStream(self._first_stream(addresses, port), self._deadline)

    def _first_stream(self, addresses: list[Address], port: int) -> httpcore2.NetworkStream:
        """Connected to the first of these that answers."""
        for address in addresses[:-1]:
            try:
                return self._stream(address, port)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._stream(addresses[-1], port)

    def _stream(self, address: Address, port: int) -> httpcore2.NetworkStream:
        return self._network.connect_tcp(str(address), port, timeout=self._deadline.left(CONNECT_SECONDS))


class TimedStream(httpcore2.NetworkStream):
    """A stream, each step of which ends by the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(READ_SECONDS))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(READ_SECONDS))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = self._deadline.left(CONNECT_SECONDS)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def checked_addresses(host: str, port: int, seconds: float) -> list[Address]:
    """The addresses of this host, all of them public; raises ``ForbiddenError`` or ``NoSuchHostError``."""
    excepted = is_allowed_private(host, port)
    if not excepted and port not in PORTS:
        raise ForbiddenError(f"port {port} is not one of the web (80 and 443)")
    addresses = resolved(host, seconds)
    for address in addresses:
        if not (excepted or is_public(address)):
            raise ForbiddenError(f"its address {address} is not one of the public internet")
    return addresses


def resolved(host: str, seconds: float) -> list[Address]:
    """The addresses that the resolver gives, in its order. In a thread, for it knows no timeout."""
    answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()
    threading.Thread(target=lambda: answers.put(_answer(host)), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise httpcore2.ConnectTimeout("resolver") from None
    if isinstance(answer, Exception):
        raise NoSuchHostError(host) from answer
    if not answer:
        raise NoSuchHostError(host)
    return [ip_address(text) for text in dict.fromkeys(answer)]


def _answer(host: str) -> list[str] | OSError | UnicodeError:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        return error
