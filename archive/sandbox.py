"""Code that reads hostile input, in a process of its own: what takes too long or too much dies, alone.

The child knows no settings and no secrets, writes no files, and lives on for further calls, since starting it
takes longer than reading a page. Also what the child runs: ``python -m archive.sandbox MEGABYTES``.
"""

import atexit
import os
import pickle
import resource
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Generic, TypeVar, cast

from archive.errors import LimitError

PROJECT = Path(__file__).resolve().parent.parent
CALLS_OF_A_CHILD = 1000  # a parser that leaks is forgotten with its process
WALL_FACTOR = 10  # the limit is processor time; by the clock so many times of it, lest it sleep for ever
NO_MEMORY = 12  # the child's exit status
Result = TypeVar("Result")


def run_limited(function: Callable[..., Result], *args: Any, seconds: float, megabytes: int) -> Result:
    """What ``function(*args)`` returns or raises, within so many seconds of processor time and megabytes.

    The function must be found by its name, in a module without Django; arguments, result and errors must
    be picklable. Raises ``LimitError`` beyond the limits, and where the child crashed.
    """
    return start_limited(function, *args, seconds=seconds, megabytes=megabytes).result()


def start_limited(
    function: Callable[..., Result], *args: Any, seconds: float, megabytes: int
) -> "Call[Result]":
    """The same, begun: this process goes on meanwhile."""
    child = _borrowed(megabytes)
    try:
        child.send(function, args, seconds)
    except BaseException:
        child.stop()
        raise
    return Call(child, seconds)


class Call(Generic[Result]):
    """What a child is doing; nobody else gets that child before its answer is taken."""

    def __init__(self, child: "_Child", seconds: float) -> None:
        self._child = child
        self._seconds = seconds
        self._answer: tuple[bool, Any] | None = None

    def result(self) -> Result:
        """As of ``run_limited``; waits for it."""
        self.wait()
        succeeded, result = cast(tuple[bool, Any], self._answer)
        if succeeded:
            return cast(Result, result)
        raise result

    def wait(self) -> None:
        """Until the child is free for another call. What went wrong, ``result`` raises."""
        if self._answer is not None:
            return
        try:
            self._answer = self._child.answer(self._seconds)
        except LimitError as error:
            self._child.stop()
            self._answer = (False, error)
        except BaseException:
            self._child.stop()
            raise
        else:
            _give_back(self._child)

    def abandon(self) -> None:
        """Nobody wants to know it any more."""
        if self._answer is None:
            self._child.stop()


class _Child:
    def __init__(self, megabytes: int) -> None:
        self.megabytes = megabytes
        self.calls = 0
        self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            [sys.executable, "-m", "archive.sandbox", str(megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=PROJECT,
            env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )
        self._tasks = cast(BinaryIO, self._process.stdin)
        self._answers = cast(BinaryIO, self._process.stdout)

    def send(self, function: Callable[..., Any], args: tuple[Any, ...], seconds: float) -> None:
        self.calls += 1
        task = pickle.dumps((pickle.dumps((function, args)), seconds))
        try:
            self._tasks.write(task)
            self._tasks.flush()
        except BrokenPipeError as error:
            raise self._limit_error(seconds) from error

    def answer(self, seconds: float) -> tuple[bool, Any]:
        """Whether it succeeded, and the result or the error."""
        try:
            return pickle.load(self._answers)  # noqa: S301 -- of our own process
        except (EOFError, pickle.UnpicklingError) as error:
            raise self._limit_error(seconds) from error

    def _limit_error(self, seconds: float) -> LimitError:
        status = self._process.wait()
        if status in (-signal.SIGPROF, -signal.SIGALRM):
            what = f"took more than {seconds:g} seconds"
        elif status == NO_MEMORY:
            what = f"took more than {self.megabytes} MB of memory"
        else:
            what = f"ended with status {status}, without an answer"
        return LimitError(f"Reading it {what}: supply a simpler copy of it.")

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def stop(self) -> None:
        self._process.kill()
        self._process.communicate()


_idle: defaultdict[int, list[_Child]] = defaultdict(list)  # by process: a forked one has children of its own


def _borrowed(megabytes: int) -> _Child:
    idle = _idle[os.getpid()]
    for child in list(idle):
        if child.megabytes != megabytes:
            continue
        try:
            idle.remove(child)
        except ValueError:  # another thread was faster
            continue
        if child.lives:
            return child
        child.stop()
    return _Child(megabytes)


def _give_back(child: _Child) -> None:
    if child.calls < CALLS_OF_A_CHILD:
        _idle[os.getpid()].append(child)
    else:
        child.stop()


@atexit.register
def _stop_idle() -> None:
    for child in _idle.pop(os.getpid(), []):
        child.stop()


def serve(megabytes: int) -> None:
    """The child: read calls from standard input, answer on standard output, until the parent closes it."""
    tasks, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a parser prints is no answer
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while _answer_one(tasks, answers):
        pass


def _answer_one(tasks: BinaryIO, answers: BinaryIO) -> bool:
    try:
        task, seconds = pickle.load(tasks)  # noqa: S301 -- of our own process
    except EOFError:
        return False
    answers.write(_answer(task, seconds))
    answers.flush()
    return True


def _set_timers(seconds: float) -> None:
    """Their signals end the process even within C code, which no exception could."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * WALL_FACTOR)


def _answer(task: bytes, seconds: float) -> bytes:
    try:
        function, args = pickle.loads(task)  # noqa: S301 -- of our own process; may import a module for long
        _set_timers(seconds)
        return pickle.dumps((True, function(*args)))
    except MemoryError:
        os._exit(NO_MEMORY)  # there may be none left for an answer
    except Exception as error:  # noqa: BLE001 -- raised again in the parent
        return pickle.dumps((False, _picklable(error)))
    finally:
        _set_timers(0)


def _picklable(error: Exception) -> Exception:
    """The error, or its words where it cannot cross: its class may want more than a message."""
    try:
        return pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own
    except (TypeError, AttributeError, pickle.PicklingError):
        return RuntimeError(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    serve(int(sys.argv[1]))
