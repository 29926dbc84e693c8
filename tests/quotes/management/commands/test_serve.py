"""What `make run` starts, as a process of its own."""

import errno
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from archive.models import Outlet
from quotes.demo.outlet import KEYS, outlet
from quotes.management.commands.serve import is_demo_place, static_is_stale

PROJECT = Path(__file__).parents[4]
SERVE = [sys.executable, PROJECT / "manage.py", "serve", "--no-demo", "--port"]
Process = subprocess.Popen[str]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory of a new archive, for processes with the site's own settings."""
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "quotes.settings")
    monkeypatch.setenv("ARCHIVE_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path


@contextmanager
def serving() -> Iterator[tuple[Process, str]]:
    """The process and the address that it announced."""
    process = subprocess.Popen([*SERVE, "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process, announced(process)
    finally:
        process.kill()
        process.communicate()


def announced(process: Process) -> str:
    for line in process.stdout:
        if found := re.search(r"is open: (\S+)", line):
            return found[1]
    raise AssertionError(process.stderr.read())


def test_serve_opens_a_new_archive_and_stops_on_interrupt(archive):
    with serving() as (process, address):
        with urlopen(address) as response:
            status = response.status
        hint = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate()

    assert status == 200
    assert process.returncode == 0
    assert complaints == ""
    assert hint.endswith("make admin\n")


def test_serve_tells_what_to_do_with_an_address_that_is_too_long(archive):
    with serving() as (_, address):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}?q={'x' * 70_000}")
        answer = refused.value.read().decode()  # before the server is stopped, which may yet be writing

    assert refused.value.code == HTTPStatus.REQUEST_URI_TOO_LONG
    assert "shorten what you typed" in answer


def test_serve_serves_the_static_files_of_the_page(archive):
    with serving() as (_, address), urlopen(address) as response:
        [stylesheet] = re.findall(r'rel="stylesheet" href="/([^"]+)"', response.read().decode())[:1]
        with urlopen(address + stylesheet) as file:
            assert file.headers["Content-Type"] == 'text/css; charset="utf-8"'


def test_serve_again_does_not_collect_the_static_files_again(archive):
    with serving():
        collected = (archive / "static/staticfiles.json").stat().st_mtime_ns
    with serving():
        assert (archive / "static/staticfiles.json").stat().st_mtime_ns == collected


def test_serve_on_a_busy_port_says_so_before_it_does_anything(archive):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = subprocess.run([*SERVE, port], capture_output=True, text=True)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"CommandError: Port {port} of 127.0.0.1 cannot be used "
        f"([Errno {errno.EADDRINUSE}] {os.strerror(errno.EADDRINUSE)}). "
        "Choose another, such as: make run PORT=8123"
    ]
    assert not (archive / "archive.sqlite3").exists()


def test_static_is_stale_until_collected_and_after_a_change(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert static_is_stale()

    manifest = tmp_path / "staticfiles.json"
    manifest.touch()
    assert not static_is_stale()

    os.utime(manifest, (0, 0))
    assert static_is_stale()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("names", "place"),
    [([], True), ([outlet(KEYS[0]).name], True), ([outlet(KEYS[0]).name, "Ours"], True), (["Ours"], False)],
)
def test_is_demo_place_leaves_other_archives_alone(names, place):
    for number, name in enumerate(names):
        Outlet.objects.create(name=name, slug=str(number), host=f"{number}.example")

    assert is_demo_place() is place
