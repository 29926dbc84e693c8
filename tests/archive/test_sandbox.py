import operator
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from archive import sandbox
from archive.errors import FetchError, LimitError, ReadError
from archive.sandbox import CALLS_OF_A_CHILD, run_limited, start_limited

ENOUGH = {"seconds": 5, "megabytes": 500}


@pytest.fixture(autouse=True)
def no_idle_children():
    sandbox._stop_idle()


def test_run_limited_result():
    assert run_limited(operator.add, [1], [2], **ENOUGH) == [1, 2]


def test_run_limited_elsewhere():
    assert run_limited(os.getpid, **ENOUGH) != os.getpid()


def test_run_limited_keeps_its_child():
    assert run_limited(os.getpid, **ENOUGH) == run_limited(os.getpid, **ENOUGH)


def test_run_limited_renews_its_child():
    children = {run_limited(os.getpid, **ENOUGH) for _ in range(CALLS_OF_A_CHILD + 1)}
    assert len(children) == 2


def test_run_limited_large_argument_and_result():
    assert run_limited(bytes.upper, b"x" * 20_000_000, **ENOUGH) == b"X" * 20_000_000


def test_run_limited_error():
    with pytest.raises(ZeroDivisionError):
        run_limited(operator.truediv, 1, 0, **ENOUGH)


def test_run_limited_own_error():
    with pytest.raises(ReadError, match="^no article$"):
        run_limited(raised, "ReadError", **ENOUGH)


def test_run_limited_error_that_cannot_cross():
    with pytest.raises(RuntimeError, match="^FetchError: no page$"):
        run_limited(raised, "FetchError", **ENOUGH)


def test_run_limited_too_slow():
    with pytest.raises(LimitError) as caught:
        run_limited(pow, 3, 10**9, seconds=0.1, megabytes=500)
    assert str(caught.value) == "Reading it took more than 0.1 seconds: supply a simpler copy of it."
    assert caught.value.final


def test_run_limited_asleep():
    with pytest.raises(LimitError):
        run_limited(time.sleep, 100, seconds=0.02, megabytes=500)


def test_run_limited_too_large():
    with pytest.raises(LimitError) as caught:
        run_limited(operator.mul, b"x", 10**9, seconds=5, megabytes=400)
    assert str(caught.value) == "Reading it took more than 400 MB of memory: supply a simpler copy of it."


def test_run_limited_crash():
    with pytest.raises(LimitError) as caught:
        run_limited(signal.raise_signal, signal.SIGSEGV, **ENOUGH)
    assert str(caught.value) == (
        "Reading it ended with status -11, without an answer: supply a simpler copy of it."
    )


def test_run_limited_what_the_child_cannot_import():
    """The child knows no settings, so no module with models."""
    from archive.captures import preserve  # noqa: PLC0415 -- the child imports this module for other tests

    with pytest.raises(ImproperlyConfigured):
        run_limited(preserve, **ENOUGH)


def test_run_limited_after_a_crash():
    with pytest.raises(LimitError):
        run_limited(os._exit, 0, **ENOUGH)
    assert run_limited(abs, -1, **ENOUGH) == 1


def test_run_limited_child_killed_while_idle():
    child = run_limited(os.getpid, **ENOUGH)
    os.kill(child, signal.SIGKILL)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert run_limited(os.getpid, **ENOUGH) != child


def test_run_limited_talkative():
    """What it prints is not taken for its answer."""
    assert run_limited(os.system, "echo hello", **ENOUGH) == 0


def test_run_limited_knows_no_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hush")
    assert run_limited(os.getenv, "SECRET_KEY", **ENOUGH) is None


def test_run_limited_writes_no_files(tmp_path):
    path = tmp_path / "a"
    assert run_limited(os.system, f"echo hello > {path}", **ENOUGH) != 0


def test_run_limited_by_many_threads():
    barrier = threading.Barrier(4)

    def work(number):
        barrier.wait()
        return [run_limited(abs, -number, **ENOUGH) for _ in range(20)]

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(work, range(4))) == [[number] * 20 for number in range(4)]


def test_run_limited_in_a_forked_process():
    """A worker forked from this process has children of its own: their answers never cross."""
    here = run_limited(os.getpid, **ENOUGH)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, str(run_limited(os.getpid, **ENOUGH)).encode())
        os._exit(0)
    os.waitpid(child, 0)
    there = int(os.read(reader, 100))
    assert there != here
    assert run_limited(os.getpid, **ENOUGH) == here


def test_start_limited_goes_on_meanwhile():
    """Nobody else gets its child before it has answered."""
    first, second = start_limited(os.getpid, **ENOUGH), start_limited(os.getpid, **ENOUGH)
    assert first.result() != second.result()


def test_start_limited_waited_for_gives_its_child_back():
    call = start_limited(os.getpid, **ENOUGH)
    call.wait()
    assert run_limited(os.getpid, **ENOUGH) == call.result() == call.result()


def test_start_limited_fails_when_its_result_is_taken():
    call = start_limited(os._exit, 0, **ENOUGH)
    call.wait()
    with pytest.raises(LimitError):
        call.result()


def test_start_limited_abandoned_takes_its_child_along():
    run_limited(os.getpid, **ENOUGH)
    (child,) = sandbox._idle[os.getpid()]
    start_limited(time.sleep, 100, **ENOUGH).abandon()
    assert not child.lives
    assert run_limited(abs, -1, **ENOUGH) == 1


def raised(name: str) -> None:
    raise {"ReadError": ReadError("no article"), "FetchError": FetchError("no page", "https://a.example/")}[
        name
    ]
