import time

from quotes.benchmark.timing import peak_megabytes, processor_seconds, seconds, timed


def test_timed_calls_with_every_argument_after_a_warm_up():
    called = []
    timing = timed(called.append, range(30))
    assert called == [*range(10), *range(30)]
    assert 0 <= timing.p50 <= timing.p95


def test_seconds_calls_once():
    called = []
    assert seconds(called.append, 1) >= 0
    assert called == [1]


def test_peak_megabytes_is_plausible():
    assert 10 < peak_megabytes() < 100_000


def test_processor_seconds_do_not_count_waiting():
    assert processor_seconds(time.sleep, 0.2) < seconds(time.sleep, 0.2)
