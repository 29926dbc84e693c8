"""Make the project's Python environment, on whatever Python 3.11 or newer this machine has.

    python3 .setup/environment.py requirements.txt

Debian's bare python3 is enough: no pip, no ensurepip, no uv. What was installed is stamped last, so that a
set-up that was interrupted is done again; what is stamped is left alone, at once and without a network.
"""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pip_wheel import SetUpError, pip_wheel

OLDEST_PIP = (22, 3)  # the first that installs into another environment (--python)


class Environment:
    """The folder ``.venv`` of a project, with the packages of one or more of its requirements files."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.folder = project / ".venv"
        self.python = self.folder / "bin" / "python"

    def prepare(self, requirements: Path) -> None:
        """Install what this file lists, unless it is installed; rebuild what has no valid stamp."""
        with alone(self.project):
            installed = [file for file in self.lists() if self.has(file)]
            if requirements in installed:
                return
            if not installed:
                self.create()
            self.install(requirements, keep=installed)

    def create(self) -> None:
        """An empty one; where the folder is a link, what it leads to is somebody else's and stays."""
        if self.folder.is_symlink():
            self.folder.unlink()
        venv.create(self.folder, clear=True, symlinks=True)

    def lists(self) -> list[Path]:
        return list(self.project.glob("requirements*.txt"))

    def has(self, requirements: Path) -> bool:
        stamp = self.stamp(requirements)
        return self.python.exists() and stamp.exists() and stamp.read_text() == fingerprint(requirements)

    def install(self, requirements: Path, keep: list[Path]) -> None:
        """Stamps are off while pip works: only if it ends by itself is what it found there still whole."""
        for file in keep:
            self.stamp(file).unlink()
        print(f"Installing the packages of {requirements.name} into {self.folder.name}, once ...", flush=True)
        command = [*self.pip(), "install", "-qq", "--no-deps", "--require-hashes", "--no-compile"]
        done = subprocess.run([*command, "-r", requirements], env=os.environ | {"PIP_USER": "0"}, check=False)
        self.sign(keep)
        if done.returncode:
            raise SetUpError("pip failed as it says above. Run the same command again once that is mended.")
        self.sign(file for file in self.lists() if lines(file) <= lines(requirements))

    def sign(self, files: Iterable[Path]) -> None:
        for file in files:
            self.stamp(file).write_text(fingerprint(file))

    def stamp(self, requirements: Path) -> Path:
        return self.folder / f"{requirements.name}.stamp"

    def pip(self) -> list[str | Path]:
        """The command that installs here: this machine's pip if it is new enough, or the one in uv.lock."""
        if pip_version() >= OLDEST_PIP:
            return [sys.executable, "-m", "pip", "--python", self.python]
        return [self.python, pip_wheel(self.project / "uv.lock", self.folder) / "pip"]


def pip_version() -> tuple[int, ...]:
    """Major and minor version of the pip of this Python; empty if it has none."""
    with suppress(PackageNotFoundError):
        return tuple(int(part) for part in re.findall(r"\d+", version("pip"))[:2])
    return ()


def fingerprint(requirements: Path) -> str:
    """Changes with the packages, the version of Python and the kind of machine."""
    python = f"{sys.implementation.cache_tag} {sys.platform} {os.uname().machine}\n"
    return hashlib.sha256(python.encode() + requirements.read_bytes()).hexdigest()


def lines(requirements: Path) -> set[str]:
    return set(requirements.read_text().splitlines())


@contextmanager
def alone(project: Path) -> Iterator[None]:
    """Two set-ups of one project wait for each other."""
    lock = os.open(project, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def main(requirements: str) -> None:
    project = Path(__file__).resolve().parent.parent
    try:
        Environment(project).prepare(project / requirements)
    except (SetUpError, OSError) as error:
        sys.exit(f"The set-up failed: {error}")
    except KeyboardInterrupt:
        sys.exit("The set-up was stopped. The same command starts it again.")


if __name__ == "__main__":
    main(*sys.argv[1:])
