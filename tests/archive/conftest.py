"""Local servers, and a resolver that says what a test wants."""

import socket

import pytest

from archive.fetch import allow_private, guard, visit

from .server import Server


@pytest.fixture
def server():
    """A server that the archive may fetch from."""
    with Server().running() as server, allow_private(server.address):
        yield server


@pytest.fixture
def forbidden(monkeypatch):
    """A server that only its address protects: its port is taken for one of the web."""
    with Server().running() as server:
        monkeypatch.setattr(guard, "PORTS", (80, 443, server.port))
        yield server
        assert server.connections == 0


@pytest.fixture
def resolver(monkeypatch):
    """Names and the answers for them, one list of addresses a question; questions are counted."""
    resolver = Resolver(socket.getaddrinfo)
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    return resolver


class Resolver:
    def __init__(self, real) -> None:
        self.real = real
        self.names: dict[str, list[list[str]]] = {}
        self.questions: list[str] = []

    def __call__(self, host, port, *args, **kwargs):
        if host not in self.names:
            return self.real(host, port, *args, **kwargs)
        self.questions.append(host)
        answers = self.names[host]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (address, port),
            )
            for address in found
        ]


@pytest.fixture(autouse=True)
def own_politeness(monkeypatch):
    """No test waits for the pace of another."""
    monkeypatch.setattr(visit, "DELAY", 0.0)
    monkeypatch.setattr(visit.IN_THIS_PROCESS, "_hosts", {})
