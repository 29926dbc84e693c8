"""Hostile answers: each ends soon, in bounded memory, with one sentence; and the next page is fetched."""

import gzip
import socket
import subprocess
import sys
import time
import zlib
from contextlib import suppress
from itertools import repeat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.errors import ArchiveError, TooLargeError, UnreachableError
from archive.fetch import Response, allow_private, fetch
from tests.archive.server import reply

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
MEGABYTE = b"\0" * 1_000_000


def gzip_bomb(megabytes: int) -> bytes:
    """So many megabytes of zeros, a thousandth of that long: one flushed block, repeated."""
    press = zlib.compressobj(9, wbits=31)
    first, block = [press.compress(MEGABYTE) + press.flush(zlib.Z_FULL_FLUSH) for _ in range(2)]
    return first + block * (megabytes - 1)


def endlessly(head: bytes, piece: bytes):
    def answer(connection: socket.socket) -> None:
        connection.sendall(head)
        for part in repeat(piece):
            connection.sendall(part)

    return answer


def drip(head: bytes, piece: bytes):
    """One piece each 20 milliseconds: no single read is slow."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(head)
        for part in repeat(piece):
            connection.sendall(part)
            time.sleep(0.02)

    return answer


def silence(connection: socket.socket) -> None:
    connection.recv(1)


@pytest.fixture
def short_limits(settings):
    settings.ARCHIVE_FETCH_MEGABYTES = 1
    settings.ARCHIVE_FETCH_SECONDS = 0.3


TOO_LARGE = {
    "announced": HEAD + b"Content-Length: 200000000\r\n\r\n",
    "endless": endlessly(HEAD + b"\r\n", b"x" * 65536),
    "endless chunks": endlessly(
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"8000\r\n" + b"x" * 32768 + b"\r\n"
    ),
    "gzip": reply(gzip_bomb(100), content_encoding="gzip"),
    "gzip in gzip": reply(gzip.compress(gzip_bomb(100)), content_encoding="gzip, gzip"),
    "deflate": reply(zlib.compress(MEGABYTE * 2), content_encoding="deflate"),
}
TOO_SLOW = {
    "silent": silence,
    "dripping body": drip(HEAD + b"\r\n", b"x"),
    "dripping chunks": drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "dripping headers": drip(b"HTTP/1.1 200 OK\r\n", b"X-A: 1\r\n"),
    "dripping interim answers": drip(b"", b"HTTP/1.1 103 Early\r\n\r\n"),
}
BROKEN = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH_9.2\r\n",
    "cut off": HEAD + b"Content-Length: 100\r\n\r\n<html>",
    "cut off chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n64\r\n<html>",
    "bad chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\nnine\r\n<html>",
    "length is no number": HEAD + b"Content-Length: many\r\n\r\n",
    "two lengths": HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "endless headers": HEAD + b"X-A: " + b"a" * 1_000_000,
    "line break in header": b"HTTP/1.1 200 OK\r\nA\0B: c\r\n\r\n",
}


@pytest.mark.parametrize("answer", TOO_LARGE.values(), ids=TOO_LARGE)
def test_fetch_too_large(server, short_limits, settings, answer):
    settings.ARCHIVE_FETCH_SECONDS = 60
    server.answers["/bomb"] = answer
    with pytest.raises(TooLargeError) as caught:
        fetch(server.url("/bomb"))
    assert str(caught.value) == f"{server.url('/bomb')} is larger than 1 MB, the most that is accepted."
    assert_next_is_fetched(server)


@pytest.mark.parametrize("answer", TOO_SLOW.values(), ids=TOO_SLOW)
def test_fetch_too_slow(server, short_limits, settings, answer):
    server.answers["/slow"] = answer
    with pytest.raises(UnreachableError) as caught:
        fetch(server.url("/slow"))
    assert str(caught.value) == "127.0.0.1 took too long to answer: try again later."
    assert not caught.value.final
    settings.ARCHIVE_FETCH_SECONDS = 60
    assert_next_is_fetched(server)


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)
def test_fetch_broken(server, answer):
    server.answers["/broken"] = answer
    with pytest.raises(UnreachableError) as caught:
        fetch(server.url("/broken"))
    assert str(caught.value).startswith("127.0.0.1 could not be reached or broke off (")
    assert_next_is_fetched(server)


@pytest.mark.parametrize(
    ("encoding", "content", "what"),
    [
        ("br", b"\x0b\x02\x80hello\x03", "the encoding 'br', which was not asked for"),
        ("gzip", gzip.compress(b"hello", mtime=0)[:-4], "compressed content that breaks off"),
    ],
)
def test_fetch_undecodable(server, encoding, content, what):
    server.answers["/"] = reply(content, content_encoding=encoding)
    with pytest.raises(UnreachableError) as caught:
        fetch(server.url())
    assert str(caught.value) == f"{server.url()} sent {what}: open it in a browser to see why."


def test_fetch_gzip(server):
    server.answers["/"] = reply(gzip.compress(b"<p>hello"), content_encoding="gzip")
    assert fetch(server.url()).content == b"<p>hello"


def test_fetch_nobody_listens():
    with socket.socket() as silent:  # bound, so that nobody else takes the port meanwhile
        silent.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        with allow_private(address), pytest.raises(UnreachableError) as caught:
            fetch(f"http://{address}/")
    assert str(caught.value) == (
        "127.0.0.1 could not be reached or broke off ([Errno 111] Connection refused): try again later."
    )


def test_fetch_headers_that_are_no_ascii(server):
    server.answers["/"] = HEAD + b"X-City: M\xc3\xbcnchen\r\nX-Old: M\xfcnchen\r\n\r\n"
    assert fetch(server.url()).headers["x-old"] == "München"


def test_fetch_bomb_in_bounded_memory(server):
    """1 GB in 1 MB: a process of its own, so that what it took at most, beyond its start, can be measured."""
    server.answers["/bomb"] = reply(gzip_bomb(1000), content_encoding="gzip")
    program = f"""
import os
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django
django.setup()
from archive.errors import ArchiveError, TooLargeError
from archive.fetch import Response, allow_private, fetch
def most():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
with allow_private("{server.address}"):
    before = most()
    try:
        fetch("{server.url("/bomb")}")
    except TooLargeError:
        print(most() - before)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 60_000  # kB


status_lines = st.sampled_from(
    [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 301 Moved\r\nLocation: ", b"HTTP/1.1 "]
)
headers = st.sampled_from([b"", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n", b"\r\n"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(status_lines, headers, st.binary(max_size=100))
def test_fetch_anything(server, status_line, header, rest):
    """Whatever a server says, it ends in a response or one of our errors."""
    server.answers["/"] = status_line + header + rest
    with suppress(ArchiveError):
        assert isinstance(fetch(server.url()), Response)


def assert_next_is_fetched(server) -> None:
    server.answers["/next"] = reply(b"next")
    assert fetch(server.url("/next")).content == b"next"
