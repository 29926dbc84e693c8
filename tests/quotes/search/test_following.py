"""The thread that lets the index follow the database."""

import time

import pytest
from django.db import DatabaseError

from quotes.search import following
from quotes.search.following import Follower, Followers, follow

DEADLINE = 10.0


@pytest.fixture
def steps(monkeypatch):
    """Counts the catch-ups, which are left out."""
    made = []
    monkeypatch.setattr(following, "catch_up", lambda: made.append(1))
    monkeypatch.setattr(following, "PAUSE", 0.01)
    monkeypatch.setattr(following, "POLL", 0.01)
    return made


def wait_for(condition) -> None:
    end = time.monotonic() + DEADLINE
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    assert condition()


def test_follower_catches_up_when_called_and_at_the_end(steps, monkeypatch):
    monkeypatch.setattr(following, "POLL", DEADLINE)
    follower = Follower()
    follower.wake()
    wait_for(lambda: steps == [1])
    follower.end()
    assert steps == [1, 1]
    assert not follower.thread.is_alive()


def test_follower_looks_again_without_being_called(steps):
    follower = Follower()
    wait_for(lambda: len(steps) > 2)
    follower.end()


def test_follower_goes_on_after_a_failure(steps, monkeypatch, caplog):
    def fail():
        steps.append(1)
        raise DatabaseError("locked")

    monkeypatch.setattr(following, "catch_up", fail)
    follower = Follower()
    wait_for(lambda: len(steps) > 1)
    follower.end()
    assert "The search index could not follow the database" in caplog.text


def test_followers_are_one_a_process(steps):
    followers = Followers()
    first = followers.one()
    assert followers.one() is first
    followers.reset()
    second = followers.one()
    assert second is not first
    first.end(), second.end()


@pytest.mark.parametrize(("mode", "expected"), [("commit", [1]), ("never", [])])
def test_follow_as_the_setting_says(steps, settings, mode, expected):
    settings.INDEX_FOLLOWS = mode
    follow()
    assert steps == expected


def test_follow_in_the_background_wakes_the_follower(settings, monkeypatch):
    woken = []
    settings.INDEX_FOLLOWS = "background"
    monkeypatch.setattr(
        following, "follower", lambda: type("Woken", (), {"wake": lambda _: woken.append(1)})()
    )
    follow()
    assert woken == [1]
