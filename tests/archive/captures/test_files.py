import os
import resource
import stat
import time
from contextlib import contextmanager

import pytest

from archive.captures import files
from archive.errors import CaptureError
from tests.archive.rows import NOON


def content_of(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@contextmanager
def files_end_at(size: int):
    """As on a full disk: the kernel refuses to write beyond this size."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_write_new_file(folder):
    files.write("2026/03/02/a.warc.gz", lambda out: out.write(b"whole"))
    path = folder / "2026/03/02/a.warc.gz"
    assert path.read_bytes() == b"whole"
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert content_of(folder) == ["2026/03/02/a.warc.gz"]


def test_write_full_disk(folder):
    with files_end_at(1000), pytest.raises(CaptureError) as caught:
        files.write("2026/03/02/a.warc.gz", lambda out: out.write(b"x" * 2000))
    assert str(caught.value) == (
        f"The capture cannot be written below {folder} (File too large): make room, then try again."
    )
    assert content_of(folder) == []


def test_write_error_of_the_filling(folder):
    def fill(out):
        out.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        files.write("2026/03/02/a.warc.gz", fill)
    assert content_of(folder) == []


def test_write_where_no_folder_can_be(folder):
    folder.parent.joinpath("captures").write_text("a file")
    with pytest.raises(CaptureError):
        files.write("2026/03/02/a.warc.gz", lambda out: out.write(b"x"))


def test_new_name_never_twice():
    names = {files.new_name(NOON) for _ in range(100)}
    assert len(names) == 100
    assert {name[:11] for name in names} == {"2026/03/02/"}


def test_sweep_removes_what_killed_workers_left(folder):
    left = folder / files.TEMPORARY
    left.mkdir(parents=True)
    for name, age in [("old", 7200), ("young", 60)]:
        (left / name).write_bytes(b"half")
        os.utime(left / name, times=(time.time() - age,) * 2)
    assert files.sweep() == 1
    assert content_of(folder) == ["tmp/young"]


def test_sweep_of_a_file_that_is_finished_meanwhile(folder):
    left = folder / files.TEMPORARY
    left.mkdir(parents=True)
    (left / "renamed").symlink_to("nowhere")
    assert files.sweep(older_than=-60) == 0


def test_sweep_of_nothing(folder):
    assert files.sweep() == 0
