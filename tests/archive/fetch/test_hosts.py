import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from archive.errors import BusyError
from archive.fetch import HostTable, fetch
from archive.models import Host
from tests.archive.server import reply

HOUR = timedelta(hours=1)


@pytest.fixture
def politeness(db):
    return HostTable(patience=0)


def test_claim_takes_the_turn(politeness):
    politeness.claim("a.example", 2)
    host = Host.objects.get()
    assert (host.name, host.delay, host.failures) == ("a.example", 2, 0)
    assert host.lease_until > timezone.now()


def test_claim_of_a_turn_that_another_has(politeness):
    politeness.claim("a.example", 1)
    with pytest.raises(BusyError):
        HostTable(patience=0).claim("a.example", 1)


def test_claim_after_another_was_killed(politeness):
    politeness.claim("a.example", 1)
    Host.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    HostTable(patience=0).claim("a.example", 1)


def test_claim_during_the_pause(politeness):
    Host.objects.create(name="a.example", next_at=timezone.now() + HOUR)
    with pytest.raises(BusyError) as caught:
        politeness.claim("a.example", 1)
    assert 3590 < caught.value.retry_after <= 3600


def test_claim_waits_patiently(db):
    Host.objects.create(name="a.example", next_at=timezone.now() + timedelta(seconds=0.05))
    politeness = HostTable(patience=5)
    politeness.claim("a.example", 0)
    assert Host.objects.get().next_at <= timezone.now()


@pytest.mark.parametrize(
    ("outcome", "failures", "seconds"),
    [
        ({}, 0, 2),
        ({"failed": True}, 1, 4),
        ({"wait": 600}, 0, 600),
        ({"failed": True, "wait": 600}, 1, 600),
    ],
)
def test_release_sets_the_pause(politeness, outcome, failures, seconds):
    politeness.claim("a.example", 2)
    before = timezone.now()
    politeness.release("a.example", 2, **outcome)
    host = Host.objects.get()
    assert (host.failures, host.lease_until) == (failures, None)
    assert before <= host.next_at - timedelta(seconds=seconds) <= timezone.now()


def test_release_keeps_to_the_longer_delay_of_a_curator(politeness):
    Host.objects.create(name="a.example", delay=60)
    politeness.claim("a.example", 1)
    before = timezone.now()
    politeness.release("a.example", 1)
    assert Host.objects.get().next_at - before >= timedelta(seconds=60)


def test_release_after_the_lease_went_to_another(politeness):
    politeness.claim("a.example", 1)
    Host.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    other = HostTable(patience=0)
    other.claim("a.example", 1)
    lease = Host.objects.get().lease_until
    politeness.release("a.example", 1, failed=True)
    assert (Host.objects.get().lease_until, Host.objects.get().failures) == (lease, 0)


def test_robots_kept_for_a_day(politeness):
    Host.objects.create(name="a.example")
    assert politeness.robots("a.example") is None
    politeness.keep_robots("a.example", "User-agent: *\0")
    assert politeness.robots("a.example") == "User-agent: *"
    Host.objects.update(robots_at=timezone.now() - timedelta(days=1, seconds=1))
    assert politeness.robots("a.example") is None


def test_robots_of_unknown_host(politeness):
    assert politeness.robots("a.example") is None


def test_fetch_writes_the_row(server, db):
    server.answers["/"] = reply(b"page")
    server.answers["/robots.txt"] = reply(b"User-agent: *")
    assert fetch(server.url(), politeness=HostTable()).content == b"page"
    host = Host.objects.get()
    assert (host.name, host.delay, host.robots) == (server.address, 0, "User-agent: *")


@pytest.mark.django_db(transaction=True)
def test_fetch_never_two_at_once_by_many_workers(server):
    server.answers["/"] = lambda _: time.sleep(0.005) or reply(b"page")
    barrier = threading.Barrier(4)

    def work(_):
        barrier.wait()
        try:
            return [fetch(server.url(), politeness=HostTable()).content for _ in range(5)]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(work, range(4))) == [[b"page"] * 5] * 4
    assert server.most_at_once == 1
