"""Which Python the Makefile takes."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Pythons that is all of the search path but make and the shell."""
    for tool in ("make", "sh", "sed", "expand"):
        program = subprocess.run(["/usr/bin/env", "which", tool], capture_output=True, text=True, check=True)
        (tmp_path / tool).symlink_to(program.stdout.strip())
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", "--silent", "-C", PROJECT, *arguments], capture_output=True, text=True)


def python_taken() -> str:
    database = make("--print-data-base", "--dry-run", "help").stdout
    [taken] = re.findall(r"^PYTHON := ?(.*)$", database, re.MULTILINE)
    return taken


def too_old(python: Path) -> None:
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)


def test_python_is_your_python3_where_it_is_new_enough(path):
    (path / "python3").symlink_to(sys.executable)
    (path / "python3.12").symlink_to(sys.executable)

    assert python_taken() == "python3"


def test_python_is_the_newest_where_python3_is_too_old(path):
    too_old(path / "python3")
    (path / "python3.11").symlink_to(sys.executable)
    (path / "python3.13").symlink_to(sys.executable)

    assert python_taken() == "python3.13"


def test_no_python_is_said_in_one_sentence(path):
    too_old(path / "python3")

    asked = make("runtime")

    assert asked.returncode == 2
    assert asked.stderr.splitlines()[0] == "Quote Archive needs Python 3.11 or newer, and found none."


def test_help_lists_every_target_that_is_meant_for_people(path):
    listed = [line.split()[0] for line in make("help").stdout.splitlines()]

    assert listed == [
        "help",
        "run",
        "admin",
        "worker",
        "test",
        "screenshots",
        "translations",
        "lint",
        "lock",
        "clean",
    ]
