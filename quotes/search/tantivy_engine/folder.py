"""Where the index lies: one folder a generation, and a file ``current`` that names the one in use.

A generation's name begins with the layout it was written with, so that an index of an older layout counts as
missing.
"""

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from .schema import LAYOUT


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path

    @property
    def pointer(self) -> Path:
        return self.path / "current"

    def current(self) -> Path | None:
        """The generation in use, or None where there is none that this code can read."""
        try:
            name = self.pointer.read_text().strip()
        except FileNotFoundError:
            return None
        generation = self.path / name
        usable = name.startswith(f"{LAYOUT}-") and (generation / "meta.json").exists()
        return generation if usable else None

    def new_generation(self) -> Path:
        generation = self.path / f"{LAYOUT}-{time.time_ns()}"
        generation.mkdir(parents=True)
        return generation

    def publish(self, generation: Path) -> None:
        """From now on every reader opens this one; the others go. Survives a crash at any point."""
        draft = self.path / f"current.{os.getpid()}"
        with draft.open("w") as written:
            written.write(generation.name)
            written.flush()
            os.fsync(written.fileno())
        draft.replace(self.pointer)
        self.sweep(generation)

    def sweep(self, kept: Path) -> None:
        """Remove what other generations left; readers that still have one open keep their files."""
        for other in self.path.glob("[0-9]*-[0-9]*"):
            if other != kept:
                shutil.rmtree(other, ignore_errors=True)
