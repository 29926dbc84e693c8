import shutil
from pathlib import Path

import pytest
from environment import Environment, fingerprint
from pip_wheel import SetUpError

from .conftest import require


def packages(environment: Environment) -> list[str]:
    return sorted(path.stem for path in environment.folder.glob("lib/python*/site-packages/*.py"))


def test_prepare_on_nothing_installs_what_is_listed(environment, tmp_path):
    environment.prepare(require(tmp_path, "requirements.txt", "llama", "alpaca"))

    assert packages(environment) == ["alpaca", "llama"]


def test_prepare_again_needs_no_packages(environment, tmp_path):
    requirements = require(tmp_path, "requirements.txt", "llama")
    environment.prepare(requirements)
    shutil.rmtree(tmp_path / "wheels")

    environment.prepare(requirements)

    assert packages(environment) == ["llama"]


def test_prepare_on_half_made_environment_starts_afresh(environment, tmp_path):
    (environment.folder / "bin").mkdir(parents=True)
    environment.python.symlink_to("/nowhere/python3")
    (environment.folder / "leftover").touch()

    environment.prepare(require(tmp_path, "requirements.txt", "llama"))

    assert packages(environment) == ["llama"]
    assert not (environment.folder / "leftover").exists()


def test_prepare_where_the_folder_is_a_link_leaves_what_it_leads_to(environment, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").touch()
    environment.folder.symlink_to(elsewhere)

    environment.prepare(require(tmp_path, "requirements.txt", "llama"))

    assert packages(environment) == ["llama"]
    assert (elsewhere / "precious").exists()


def test_prepare_after_change_of_list_removes_what_is_no_longer_listed(environment, tmp_path):
    environment.prepare(require(tmp_path, "requirements.txt", "llama", "alpaca"))

    environment.prepare(require(tmp_path, "requirements.txt", "alpaca"))

    assert packages(environment) == ["alpaca"]


def test_prepare_of_longer_list_keeps_the_shorter_installed(environment, tmp_path):
    runtime = require(tmp_path, "requirements.txt", "llama")
    environment.prepare(runtime)
    tests = require(tmp_path, "requirements-test.txt", "llama", "vicuna")

    environment.prepare(tests)

    assert packages(environment) == ["llama", "vicuna"]
    assert environment.has(runtime)
    assert environment.has(tests)


def test_prepare_of_longer_list_first_is_enough_for_the_shorter(environment, tmp_path):
    runtime = require(tmp_path, "requirements.txt", "llama")
    other = require(tmp_path, "requirements-other.txt", "alpaca")

    environment.prepare(require(tmp_path, "requirements-test.txt", "llama", "vicuna"))

    assert environment.has(runtime)
    assert not environment.has(other)


def test_prepare_that_fails_keeps_what_was_installed(environment, tmp_path):
    runtime = require(tmp_path, "requirements.txt", "llama")
    environment.prepare(runtime)
    tests = require(tmp_path, "requirements-test.txt", "vicuna")
    shutil.rmtree(tmp_path / "wheels")

    with pytest.raises(SetUpError, match="Run the same command again"):
        environment.prepare(tests)

    assert environment.has(runtime)
    assert not environment.has(tests)


def test_prepare_refuses_package_with_another_digest(environment, tmp_path):
    requirements = require(tmp_path, "requirements.txt", "llama")
    (tmp_path / "wheels" / "llama-1.0-py3-none-any.whl").write_bytes(b"something else")

    with pytest.raises(SetUpError):
        environment.prepare(requirements)

    assert not environment.has(requirements)


def test_has_is_false_where_the_python_is_gone(environment, tmp_path):
    requirements = require(tmp_path, "requirements.txt", "llama")
    environment.prepare(requirements)
    environment.python.unlink()
    environment.python.symlink_to("/nowhere/python3")

    assert not environment.has(requirements)


def test_fingerprint_changes_with_the_list(tmp_path):
    shorter = require_lines(tmp_path / "a", "llama==1.0")
    longer = require_lines(tmp_path / "b", "llama==1.0\nalpaca==1.0")

    assert fingerprint(shorter) != fingerprint(longer)
    assert fingerprint(shorter) == fingerprint(require_lines(tmp_path / "c", "llama==1.0"))


def require_lines(path: Path, lines: str) -> Path:
    path.write_text(lines)
    return path
