"""The words of a language that the engine knows, read from ``languages/<code>.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "languages"

Words = frozenset[str]
NONE: Words = frozenset()


@dataclass(frozen=True, eq=False)
class Language:
    """Word lists in lower case; expressions of several words are joined by ``_``.

    ``verb_forms`` maps every form of a verb of saying or thinking to its dictionary form.
    """

    code: str
    saying: Words
    thinking: Words
    verb_forms: dict[str, str]
    auxiliary: Words
    groups: dict[tuple[str, str], Words]

    def words(self, section: str, name: str) -> Words:
        """A word list by its section and name in the file; empty where the file has none."""
        return self.groups.get((section, name), NONE)


def split(text: str) -> Words:
    return frozenset(text.split())


def verbs(text: str) -> dict[str, str]:
    """Every form of every verb to its first form; an earlier line wins."""
    forms: dict[str, str] = {}
    for line in text.strip().splitlines():
        first, *rest = line.split()
        for form in (first, *rest):
            forms.setdefault(form, first)
    return forms


def groups_of(data: dict[str, Any]) -> dict[tuple[str, str], Words]:
    return {
        (section, name): split(text)
        for section, table in data.items()
        if isinstance(table, dict)
        for name, text in table.items()
    }


@cache
def load_language(code: str) -> Language | None:
    """The language with this ISO 639-1 code, or ``None`` if there is no file for it."""
    path = FOLDER / f"{code}.toml"
    if not (code.isalpha() and path.is_file()):
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    table = data["verbs"]
    saying, thinking = verbs(table["saying"]), verbs(table.get("thinking", ""))
    return Language(
        code=code,
        saying=frozenset(saying),
        thinking=frozenset(thinking) - frozenset(saying),
        verb_forms=thinking | saying,
        auxiliary=split(table.get("auxiliary", "")),
        groups=groups_of(data),
    )
