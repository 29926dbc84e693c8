import os
from threading import Barrier, get_ident

import pytest

from quotes.search.tantivy_engine import together as module
from quotes.search.tantivy_engine.together import at_once, together


@pytest.fixture
def two_processors(monkeypatch):
    monkeypatch.setattr(module, "THREADS", 2)


def test_both_are_called_at_once(two_processors):
    barrier = Barrier(2, timeout=10)

    assert together(barrier.wait, barrier.wait) in [(0, 1), (1, 0)]


def test_the_first_is_called_here_and_may_ask_for_more(two_processors):
    inner = together(lambda: together(get_ident, lambda: 2), lambda: 3)

    assert inner == ((get_ident(), 2), 3)


@pytest.mark.parametrize("failing", [0, 1])
def test_an_error_of_either_is_raised(two_processors, failing):
    calls = [lambda: 1, lambda: 1]
    calls[failing] = lambda: 1 / 0

    with pytest.raises(ZeroDivisionError):
        together(*calls)


def test_on_a_single_processor_no_thread_is_used(monkeypatch):
    monkeypatch.setattr(module, "THREADS", 1)

    assert together(get_ident, get_ident) == (get_ident(), get_ident())


def test_a_forked_process_has_threads_of_its_own(two_processors):
    together(get_ident, get_ident)
    before = module.pools.pool
    module.pools.reset()

    assert module.pools.pool is not before
    assert together(os.getpid, os.getpid) == (os.getpid(), os.getpid())


def test_values_are_shared_out_and_answered_in_their_order(two_processors):
    barrier = Barrier(2, timeout=10)

    def call(value):
        barrier.wait()
        return value * 2

    assert at_once(call, [3, 1, 2, 5]) == [6, 2, 4, 10]


def test_of_no_values_there_is_no_answer(two_processors):
    assert at_once(str, []) == []
