import hashlib
from pathlib import Path

import pytest
from pip_wheel import SetUpError, pip_wheel
from pytest_httpserver import HTTPServer

NAME = "pip-26.3-py3-none-any.whl"
CONTENT = b"what the lock names"


@pytest.fixture(autouse=True)
def no_pip_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)


def lock(folder: Path, url: str) -> Path:
    path = folder / "uv.lock"
    digest = hashlib.sha256(CONTENT).hexdigest()
    path.write_text(f'[[package]]\nname = "pip"\nwheels = [{{ url = "{url}", hash = "sha256:{digest}" }}]\n')
    return path


def test_pip_wheel_comes_from_where_the_lock_says(tmp_path, httpserver: HTTPServer):
    httpserver.expect_request(f"/files/{NAME}").respond_with_data(CONTENT)

    wheel = pip_wheel(lock(tmp_path, httpserver.url_for(f"/files/{NAME}")), tmp_path)

    assert (wheel.name, wheel.read_bytes()) == (NAME, CONTENT)


def test_pip_wheel_comes_from_the_index_of_the_machine(tmp_path, httpserver: HTTPServer, monkeypatch):
    page = f'<a href="../../files/pip-1.0.whl#sha256=0">old</a> <a href="../../files/{NAME}#sha256=1">new</a>'
    httpserver.expect_request("/simple/pip/").respond_with_data(page, content_type="text/html")
    httpserver.expect_request(f"/files/{NAME}").respond_with_data(CONTENT)
    monkeypatch.setenv("PIP_INDEX_URL", httpserver.url_for("/simple"))

    wheel = pip_wheel(lock(tmp_path, f"https://unreachable.invalid/{NAME}"), tmp_path)

    assert wheel.read_bytes() == CONTENT


def test_pip_wheel_comes_from_the_index_of_pip_conf(tmp_path, httpserver: HTTPServer):
    httpserver.expect_request("/simple/pip/").respond_with_data(f'<a href="/files/{NAME}">new</a>')
    httpserver.expect_request(f"/files/{NAME}").respond_with_data(CONTENT)
    (tmp_path / ".pip").mkdir()
    (tmp_path / ".pip/pip.conf").write_text(f"[global]\nindex-url = {httpserver.url_for('/simple/')}\n")

    wheel = pip_wheel(lock(tmp_path, f"https://unreachable.invalid/{NAME}"), tmp_path)

    assert wheel.read_bytes() == CONTENT


def test_pip_wheel_not_offered_by_the_index(tmp_path, httpserver: HTTPServer, monkeypatch):
    httpserver.expect_request("/simple/pip/").respond_with_data("nothing")
    monkeypatch.setenv("PIP_INDEX_URL", httpserver.url_for("/simple"))

    with pytest.raises(SetUpError, match=f"does not offer {NAME}"):
        pip_wheel(lock(tmp_path, f"https://unreachable.invalid/{NAME}"), tmp_path)


def test_pip_wheel_already_there_is_not_downloaded(tmp_path):
    (tmp_path / NAME).write_bytes(CONTENT)

    assert pip_wheel(lock(tmp_path, f"https://unreachable.invalid/{NAME}"), tmp_path) == tmp_path / NAME


def test_pip_wheel_torn_is_downloaded_again(tmp_path, httpserver: HTTPServer):
    httpserver.expect_request(f"/{NAME}").respond_with_data(CONTENT)
    (tmp_path / NAME).write_bytes(CONTENT[:5])

    assert pip_wheel(lock(tmp_path, httpserver.url_for(f"/{NAME}")), tmp_path).read_bytes() == CONTENT


def test_pip_wheel_with_another_digest_is_not_kept(tmp_path, httpserver: HTTPServer):
    httpserver.expect_request(f"/{NAME}").respond_with_data(b"something else")

    with pytest.raises(SetUpError, match="not the file that uv.lock names"):
        pip_wheel(lock(tmp_path, httpserver.url_for(f"/{NAME}")), tmp_path)

    assert not (tmp_path / NAME).exists()


def test_pip_wheel_unreachable_says_what_to_do(tmp_path, httpserver: HTTPServer):
    httpserver.stop()

    with pytest.raises(SetUpError, match="Connect to the network, or install pip"):
        pip_wheel(lock(tmp_path, httpserver.url_for(f"/{NAME}")), tmp_path)
