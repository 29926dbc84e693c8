import socket
import threading

import httpcore2
import pytest

from archive.errors import AddressError, RefusedError, UnreachableError
from archive.fetch import fetch
from archive.fetch.guard import Deadline, ForbiddenError, Guard, NoSuchHostError, checked_addresses
from tests.archive.server import reply

SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "localhost",
    "LOCALHOST.",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1]",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
]


@pytest.fixture
def connected(monkeypatch):
    """The addresses that would be connected to; none of them is."""
    addresses = []

    def connect_tcp(self, host, port, **kwargs):
        addresses.append(host)
        raise httpcore2.ConnectError("not in a test")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect_tcp)
    return addresses


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_fetch_loopback_in_any_spelling(forbidden, spelling):
    with pytest.raises((RefusedError, AddressError, UnreachableError)):
        fetch(f"http://{spelling}:{forbidden.port}/")


def test_fetch_loopback_says_what_to_do(forbidden):
    with pytest.raises(RefusedError) as caught:
        fetch(forbidden.url("/page"))
    assert str(caught.value) == (
        "127.0.0.1 is refused: its address 127.0.0.1 is not one of the public internet."
    )
    assert caught.value.url == forbidden.url("/page")
    assert caught.value.final


def test_fetch_other_port(server):
    with pytest.raises(RefusedError) as caught:
        fetch(f"http://localhost:{server.port}/")
    assert str(caught.value) == (
        f"localhost is refused: port {server.port} is not one of the web (80 and 443)."
    )
    assert server.connections == 0


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
)
def test_fetch_redirect_to_loopback(server, forbidden, status):
    server.answers["/"] = reply(status=status, location=forbidden.url())
    with pytest.raises(RefusedError):
        fetch(server.url())
    assert server.paths == ["/"]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "javascript:1", "gopher://127.0.0.1/", "http://a b/"]
)
def test_fetch_redirect_to_no_web_address(server, target):
    server.answers["/"] = reply(status="302 Found", location=target)
    with pytest.raises(RefusedError, match="redirects to .*, which is no web address"):
        fetch(server.url())


def test_fetch_robots_redirect_to_loopback(server, forbidden):
    server.answers["/robots.txt"] = reply(status="302 Found", location=forbidden.url("/robots.txt"))
    with pytest.raises(RefusedError):
        fetch(server.url())
    assert server.paths == []


def test_fetch_name_of_private_address(forbidden, resolver):
    resolver.names["inside.example"] = [["127.0.0.1"]]
    with pytest.raises(RefusedError):
        fetch(f"http://inside.example:{forbidden.port}/")


@pytest.mark.parametrize("private", ["127.0.0.1", "::1", "10.0.0.1", "fe80::1", "::ffff:127.0.0.1"])
def test_fetch_one_address_of_many_private(forbidden, resolver, connected, private):
    resolver.names["half.example"] = [["93.184.216.34", private]]
    with pytest.raises(RefusedError):
        fetch(f"http://half.example:{forbidden.port}/")
    assert connected == []


def test_fetch_rebinding_resolver(forbidden, resolver, connected):
    """The second answer leads inside; but nobody asks twice, and the checked address is connected to."""
    resolver.names["rebind.example"] = [["93.184.216.34"], ["127.0.0.1"]]
    with pytest.raises(UnreachableError):
        fetch(f"http://rebind.example:{forbidden.port}/")
    assert connected == ["93.184.216.34"]
    assert resolver.questions == ["rebind.example"]


def test_fetch_second_address_where_first_is_dead(resolver, connected):
    resolver.names["two.example"] = [["93.184.216.34", "2606:2800:220:1::1"]]
    with pytest.raises(UnreachableError):
        fetch("http://two.example/")
    assert connected == ["93.184.216.34", "2606:2800:220:1::1"]


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"])
def test_fetch_proxy_of_the_environment(server, forbidden, monkeypatch, name):
    monkeypatch.setenv(name, forbidden.url())
    server.answers["/"] = reply(b"direct")
    assert fetch(server.url()).content == b"direct"


def test_fetch_name_without_address(resolver):
    with pytest.raises(UnreachableError) as caught:
        fetch("http://nowhere.invalid/")
    assert str(caught.value) == (
        "There is no host named nowhere.invalid: check the address, or your connection."
    )


def test_checked_addresses_unknown_name():
    with pytest.raises(NoSuchHostError):
        checked_addresses("nowhere.invalid", 80, 5)


def test_checked_addresses_label_too_long():
    with pytest.raises(NoSuchHostError):
        checked_addresses("a" * 70 + ".example", 80, 5)


def test_checked_addresses_silent_resolver(monkeypatch):
    late = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: late.wait() and [])
    with pytest.raises(httpcore2.ConnectTimeout):
        checked_addresses("slow.example", 80, 0.01)
    late.set()


def test_checked_addresses_none(resolver):
    resolver.names["empty.example"] = [[]]
    with pytest.raises(NoSuchHostError):
        checked_addresses("empty.example", 80, 5)


def test_checked_addresses_port_of_the_web_only():
    with pytest.raises(ForbiddenError):
        checked_addresses("example.org", 22, 5)


def test_guard_has_no_unix_sockets():
    with pytest.raises(NotImplementedError):
        Guard(Deadline(5)).connect_unix_socket("/run/docker.sock")


def test_deadline_over():
    with pytest.raises(httpcore2.ReadTimeout):
        Deadline(-1).left(5)


def test_deadline_extended():
    deadline = Deadline(-1)
    deadline.extend(100)
    assert deadline.left(5) == 5
