import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from archive.errors import BusyError, StatusError
from archive.fetch import InMemory, fetch
from archive.fetch.politeness import pause
from tests.archive.server import reply


class Clock:
    """One on which nothing takes time but sleeping."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    for module in ("politeness", "visit", "guard"):
        monkeypatch.setattr(f"archive.fetch.{module}.time", clock)
    return clock


@pytest.mark.parametrize(
    ("delay", "failures", "wait", "seconds"),
    [
        (1, 0, 0, 1),
        (1, 1, 0, 2),
        (1, 3, 0, 8),
        (1, 30, 0, 3600),
        (0, 5, 0, 0),
        (1, 0, 120, 120),
        (1, 0, 1e12, 86400),
        (3600, 0, 1, 3600),
    ],
)
def test_pause_after_failures_and_requests_to_wait(delay, failures, wait, seconds):
    assert pause(delay, failures, wait) == seconds


def test_claim_waits_for_the_pause(clock):
    politeness = InMemory()
    politeness.claim("a.example", 20)
    politeness.release("a.example", 20)
    politeness.claim("a.example", 20)
    assert clock.now == 120


def test_claim_of_a_held_turn():
    politeness = InMemory(patience=0)
    politeness.claim("a.example", 1)
    politeness.claim("b.example", 1)
    with pytest.raises(BusyError):
        politeness.claim("a.example", 1)


def test_claim_beyond_patience(clock):
    politeness = InMemory(patience=5)
    politeness.claim("a.example", 1)
    politeness.release("a.example", 1, wait=60)
    with pytest.raises(BusyError) as caught:
        politeness.claim("a.example", 1)
    assert str(caught.value) == (
        "a.example is to be left in peace for another 60 seconds: try again after that."
    )
    assert caught.value.retry_after == 60
    assert not caught.value.final


def test_claim_again_after_busy(clock):
    politeness = InMemory(patience=0)
    politeness.claim("a.example", 0)
    politeness.release("a.example", 0, wait=3)
    with pytest.raises(BusyError):
        politeness.claim("a.example", 0)
    politeness.patience = 5
    politeness.claim("a.example", 0)


def test_robots_kept():
    politeness = InMemory()
    assert politeness.robots("a.example") is None
    politeness.keep_robots("a.example", "")
    assert politeness.robots("a.example") == ""


def test_fetch_never_two_at_once(server):
    server.answers["/"] = lambda _: time.sleep(0.01) or reply(b"page")
    with ThreadPoolExecutor(8) as threads:
        pages = list(threads.map(fetch, [server.url()] * 20))
    assert [page.content for page in pages] == [b"page"] * 20
    assert server.most_at_once == 1


@pytest.mark.parametrize("status", ["429 Slow", "503 Later"])
def test_fetch_obeys_retry_after(server, status):
    server.answers["/"] = reply(status=status, retry_after=1000)
    politeness = InMemory()
    with pytest.raises(StatusError) as caught:
        fetch(server.url(), politeness=politeness)
    assert caught.value.retry_after == 1000
    with pytest.raises(BusyError):
        fetch(server.url("/other"), politeness=politeness)
    assert server.paths == ["/"]


def test_fetch_obeys_crawl_delay(server):
    server.answers["/robots.txt"] = reply(b"User-agent: *\nCrawl-delay: 100")
    server.answers["/"] = reply(b"page")
    politeness = InMemory()
    fetch(server.url(), politeness=politeness)
    with pytest.raises(BusyError):
        fetch(server.url(), politeness=politeness)
    assert server.paths == ["/"]


def test_fetch_waits_longer_after_each_failure(server, monkeypatch):
    monkeypatch.setattr("archive.fetch.visit.DELAY", 1.0)
    monkeypatch.setattr("archive.fetch.visit.is_allowed_private", lambda host, port: False)
    politeness = Recorder()
    server.answers["/"] = [reply(status="500 Oops")] * 2 + [reply(b"page")]
    for _ in range(2):
        with pytest.raises(StatusError):
            fetch(server.url(), politeness=politeness)
    fetch(server.url(), politeness=politeness)
    assert politeness.released == [(1.0, False), (1.0, True), (1.0, True), (1.0, False)]


def test_fetch_waits_for_its_turn_not_at_the_servers_cost(server, settings, clock):
    settings.ARCHIVE_FETCH_SECONDS = 10
    server.answers["/robots.txt"] = reply(b"User-agent: *\nCrawl-delay: 20")
    server.answers["/"] = reply(b"page")
    fetch(server.url())
    assert fetch(server.url()).content == b"page"
    assert clock.now == 120


class Recorder(InMemory):
    """Notes how turns were given back, and waits for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.released: list[tuple[float, bool]] = []

    def release(self, host: str, delay: float, *, failed: bool = False, wait: float = 0.0) -> None:
        self.released.append((delay, failed))
        super().release(host, 0.0)


def test_turn_is_given_back_after_any_error(server):
    politeness = InMemory(patience=1)
    done = threading.Event()

    def stop(connection):
        done.set()

    server.answers["/"] = stop
    for _ in range(2):
        with pytest.raises(Exception, match="broke off"):
            fetch(server.url(), politeness=politeness)
    assert done.is_set()
