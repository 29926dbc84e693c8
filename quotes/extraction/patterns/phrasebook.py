"""The words and patterns of one language, read from ``languages/<code>.toml``."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from quotes.extraction.language import FOLDER, Words, split, verbs

# What a pattern is made of: a place for something, a gap, a word, a sign.
ELEMENT = re.compile(r"\.\.\.|[\w']+|[^\s\w]")
GAP = "..."

Pattern = tuple[tuple[str, ...], tuple[str, ...]]

# Later ones win: a word that is both a verb of saying and a noun is read as the noun.
CLASSES = (
    ("K", "names", "particles"),
    ("P", "words", "prepositions"),
    ("D", "words", "determiners"),
    ("E", "words", "times"),
    ("b", "nouns", "bodies"),
    ("p", "nouns", "people"),
    ("p", "nouns", "male"),
    ("p", "nouns", "female"),
    ("t", "names", "titles"),
    ("H", "pronouns", "male"),
    ("H", "pronouns", "female"),
)


@dataclass(frozen=True, eq=False)
class Phrasebook:
    """What the engine knows of a language.

    ``patterns`` and ``subject_left_out`` hold what stands left of QUOTE (nearest first) and right of it,
    ``within`` the clauses that newspapers set inside the marks.
    ``letters`` maps words to their class, see ``paragraph``; ``compounds`` says that a noun may end a longer
    word.
    """

    code: str
    patterns: tuple[Pattern, ...]
    subject_left_out: tuple[Pattern, ...]
    within: tuple[Pattern, ...]
    letters: dict[str, str]
    groups: dict[str, dict[str, Words]]
    compounds: bool
    dashes: Words
    enclitics: Words

    def words(self, section: str, name: str) -> Words:
        """A word list by its section and name in the file; empty where the file has none."""
        return self.groups.get(section, {}).get(name, frozenset())


@cache
def load_phrasebook(code: str) -> Phrasebook | None:
    """The language with this ISO 639-1 code; ``None`` if there is no file with patterns for it."""
    path = FOLDER / f"{code}.toml"
    if not (code.isalpha() and path.is_file()):
        return None
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if "patterns" not in data:
        return None
    groups = {section: lists(table) for section, table in data.items() if section in SECTIONS}
    return Phrasebook(
        code=code,
        patterns=patterns_of(data["patterns"]["attribution"]),
        subject_left_out=patterns_of(data["patterns"].get("subject_left_out", "")),
        within=patterns_of(data["patterns"].get("within", "")),
        letters=letters_of(groups, data["verbs"]),
        groups=groups,
        compounds=data.get("compounds", False),
        dashes=split(data["patterns"].get("dashes", "")),
        enclitics=split(data["verbs"].get("enclitics", "")),
    )


# For a text whose language is not known: marks, and no speaker.
NO_LANGUAGE = Phrasebook("", (), (), (), {}, {}, False, frozenset(), frozenset())
SECTIONS = ("words", "pronouns", "names", "nouns")


def lists(table: dict[str, str]) -> dict[str, Words]:
    return {name: split(text) for name, text in table.items()}


def patterns_of(text: str) -> tuple[Pattern, ...]:
    """Every line cut at its QUOTE; a line without it tells what may stand right of a comma."""
    found = []
    for line in text.strip().splitlines():
        elements = needed(ELEMENT.findall(line))
        if "QUOTE" not in elements:
            elements.insert(0, "QUOTE")
        place = elements.index("QUOTE")
        found.append((tuple(reversed(elements[:place])), tuple(elements[place + 1 :])))
    return tuple(found)


def needed(elements: list[str]) -> list[str]:
    """Without the commas, which may be missing; but those at a gap say where it ends."""
    gaps = {place for place, each in enumerate(elements) if each == GAP}
    return [
        each
        for place, each in enumerate(elements)
        if each != "," or (not gaps.isdisjoint((place - 1, place + 1)) and elements[place - 1] != "QUOTE")
    ]


def letters_of(groups: dict[str, dict[str, Words]], table: dict[str, Any]) -> dict[str, str]:
    """The class of every word that the file names."""
    found = dict.fromkeys(verbs(table["saying"]), "V")
    found.update(dict.fromkeys(split(table.get("auxiliary", "")), "X"))
    for letter, section, name in CLASSES:
        words = groups.get(section, {}).get(name, frozenset())
        if letter == "K":  # a particle that is a preposition as well joins fewer names
            words = words - groups["words"]["prepositions"]
            letter = "k"
        found.update(dict.fromkeys(words, letter))
    particles = groups["names"]["particles"]
    found.update(dict.fromkeys(particles & groups["words"]["prepositions"], "K"))
    found.update(dict.fromkeys(split(table.get("enclitics", "")), "H"))
    return found
