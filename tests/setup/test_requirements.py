"""The exported requirements say what the lock says; `make lock` writes them together."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
Digests = dict[str, set[str]]


def locked() -> Digests:
    """Digests by ``name==version``, of every package but the project itself."""
    packages = tomllib.loads((PROJECT / "uv.lock").read_text())["package"]
    return {
        f"{package['name']}=={package['version']}": {
            file["hash"] for file in [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
        }
        for package in packages
        if "registry" in package["source"]
    }


def exported(file: str) -> Digests:
    entries = re.split(r"^(?=\w)", (PROJECT / file).read_text(), flags=re.MULTILINE)[1:]
    return {re.split(r"[ \\]", entry)[0]: set(re.findall(r"--hash=(\S+)", entry)) for entry in entries}


def test_requirements_for_tests_are_all_that_is_locked():
    assert exported("requirements-test.txt") == locked()


def test_requirements_are_part_of_those_for_tests():
    everything = exported("requirements-test.txt")

    assert {name: everything[name] for name in exported("requirements.txt")} == exported("requirements.txt")


@pytest.mark.parametrize("extra", ["", "postgres"])
def test_requirements_hold_every_dependency_of_the_site(extra):
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    wanted = project["optional-dependencies"][extra] if extra else project["dependencies"]
    names = {re.split(r"[\[<>=]", dependency)[0] for dependency in wanted}

    assert names - {entry.partition("==")[0] for entry in exported("requirements.txt")} == set()
