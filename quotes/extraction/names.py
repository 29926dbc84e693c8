"""Who is who: names as printed, joined to the people and bodies that the article speaks of.

A name of one word belongs to the person whose surname or first name it is; of two people of one
surname to the one that its title fits, else to the one named in full last.
"""

import tomllib
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from .language import FOLDER, Language

Gender = Literal["male", "female", ""]
EntityKind = Literal["person", "organisation", "place", ""]


@dataclass(frozen=True, slots=True)
class FirstNames:
    """Every known first name with its gender (``""`` where it tells none), and the forms of one name."""

    gender: dict[str, Gender]
    same: dict[str, frozenset[int]]

    def alike(self, one: str, other: str) -> bool:
        """May these two first names be one person's (Bob and Robert, J. and John)?"""
        if one == other or one.rstrip(".") == other[: len(one.rstrip("."))] and len(one.rstrip(".")) == 1:
            return True
        if len(other.rstrip(".")) == 1:
            return one.startswith(other.rstrip("."))
        return bool(self.same.get(one, frozenset()) & self.same.get(other, frozenset()))


@cache
def first_names() -> FirstNames:
    data = tomllib.loads((FOLDER / "first_names.toml").read_text(encoding="utf-8"))
    male, female = set(data["male"].split()), set(data["female"].split())
    gender: dict[str, Gender] = dict.fromkeys(male - female, "male")
    gender.update(dict.fromkeys(female - male, "female"))
    gender.update(dict.fromkeys(data["both"].split(), ""))
    same: dict[str, set[int]] = {}
    for number, line in enumerate(data["same"].strip().splitlines()):
        for name in line.split():
            same.setdefault(name, set()).add(number)
    return FirstNames(gender, {name: frozenset(lines) for name, lines in same.items()})


@dataclass(slots=True)
class Entity:
    """A person or body of the article. ``parts`` is its fullest name; ``tokens`` are where it is named.

    ``gender`` is what titles and first names say, ``leaning`` what the pronouns near it say; ``country``
    holds all words for the country and its people.
    """

    number: int
    parts: tuple[str, ...]
    kind: EntityKind = ""
    gender: Gender = ""
    tokens: list[int] = field(default_factory=list)
    genders: Counter[str] = field(default_factory=Counter)
    titled: bool = False
    leaning: Gender = ""
    roles: frozenset[str] = frozenset()
    country: frozenset[str] = frozenset()
    alone: int = 0

    @property
    def name(self) -> str:
        return (
            " ".join(self.parts)
            .replace(" ’s ", "’s ")
            .replace(" 's ", "'s ")
            .replace(" ’ ", "’ ")
            .replace(" ' ", "' ")
        )

    @property
    def last(self) -> str:
        return surname(self.parts)


# Second first names: Ruth Ann Roe is also called Ruth Ann.
MIDDLE_NAMES = frozenset({"lynn", "ann", "anne", "lee", "marie", "jo", "mae", "rae", "lou"})


def ends_with(whole: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Is a name the end of a fuller one (Van der Meer, Joost van der Meer)?"""
    if len(whole) <= len(parts):
        return False
    return [part.lower() for part in whole[-len(parts) :]] == [part.lower() for part in parts]


POSTNOMINALS = frozenset({"kc", "qc", "obe", "mbe", "cbe", "dbe", "frs"})
SUFFIXES = POSTNOMINALS | frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "md"})


def surname(parts: tuple[str, ...]) -> str:
    """The last part that is no suffix, in lower case."""
    for part in reversed(parts):
        if part.lower() not in SUFFIXES:
            return part.lower().replace("’", "'")
    return parts[-1].lower()


def better_form(parts: tuple[str, ...], known: Entity) -> bool:
    """Is this form of the name fuller than the known one, or the same without shouting?"""
    name = " ".join(parts)
    if len(parts) == len(known.parts) and name.lower() == known.name.lower():
        return known.name.isupper() and not name.isupper()
    return (len(parts), len(name)) > (len(known.parts), len(known.name))


NAMESAKES = 40
ESTABLISHED = 2
LONG_KNOWN = 4


def own_name(namesakes: list[Entity]) -> list[Entity]:
    """The one that the article calls by this word alone before it prints a longer name that ends so.

    Strava is not Camp Strava; but a headline that says Roe means the Jane Roe of the text.
    """
    longer = [e.tokens[0] for e in namesakes if len(e.parts) > 1 and e.kind != "person" and e.tokens]
    if not longer:
        return []
    return [e for e in namesakes if len(e.parts) == 1 and bisect_right(e.tokens, min(longer)) >= ESTABLISHED]


def means_last(entity: Entity, token: int) -> bool:
    """May the last word alone mean this entity? A body's may not (Bank, Saxo Bank)."""
    if len(entity.parts) == 1 or entity.kind == "person":
        return True
    return entity.kind == "" and (not entity.tokens or entity.tokens[0] < token)


def is_acronym(part: str) -> bool:
    """BBC and U.N., not J. or Jr."""
    letters = part.replace(".", "")
    return (
        letters.isupper() and 1 < len(letters) < 7 and part.lower() not in SUFFIXES and not is_initials(part)
    )


# Surnames that have a capital within: McCain, MacLeod, DeVos, O'Neill.
PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "O'", "O’", "D'", "D’", "St")


def is_camel_case(part: str) -> bool:
    """ProPublica and YouTube, but not McCain."""
    inner = part[1:].lower() != part[1:] and not part.isupper() and part.isalpha()
    return inner and part[:1].isupper() and part[1:2].islower() and not part.startswith(PREFIXES)


SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on"})
SHORTEST_ACRONYM = 3


def initials(parts: tuple[str, ...]) -> str:
    """International Monetary Fund: IMF."""
    return "".join(part[0] for part in parts if part.lower() not in SMALL_WORDS).lower()


def is_initials(part: str) -> bool:
    return (
        part.endswith(".")
        and part.upper() == part
        and len(part) <= 4
        and part not in ("U.S.", "U.N.", "E.U.", "U.K.")
    )


@dataclass(slots=True)
class Register:
    """The entities of one article. ``add`` all full names first, then ``find`` the short ones."""

    language: Language
    entities: list[Entity] = field(default_factory=list)
    by_last: dict[str, list[Entity]] = field(default_factory=dict)
    by_first: dict[str, list[Entity]] = field(default_factory=dict)
    aliases: dict[str, Entity] = field(default_factory=dict)
    by_initials: dict[str, Entity] = field(default_factory=dict)
    by_middle: dict[str, Entity] = field(default_factory=dict)

    def add(self, parts: tuple[str, ...], gender: Gender = "") -> Entity:
        """The entity of a full name: known already, or a new one; honours behind it are no part of it."""
        parts = tuple(part for part in parts if part.lower() not in POSTNOMINALS) or parts
        known = self.same_full(parts)
        if known:
            if better_form(parts, known):
                known.parts = parts
            return known
        return self.new(parts)

    def new(self, parts: tuple[str, ...]) -> Entity:
        entity = Entity(len(self.entities), parts, self.kind_of(parts))
        if entity.kind in ("person", "") and len(parts) > 1:
            entity.gender = first_names().gender.get(parts[0].lower(), "")
        self.entities.append(entity)
        self.by_last.setdefault(entity.last, []).append(entity)
        if len(parts) > 1:
            self.by_first.setdefault(parts[0].lower(), []).append(entity)
        for part in parts[1:-1] if entity.kind == "person" else ():
            self.by_middle.setdefault(part.lower(), entity)
        if len(parts) >= SHORTEST_ACRONYM and entity.kind in ("organisation", ""):
            self.by_initials.setdefault(initials(parts), entity)
        return entity

    def same_full(self, parts: tuple[str, ...]) -> Entity | None:
        first = parts[0].lower()
        for entity in self.by_last.get(surname(parts), ())[:NAMESAKES]:
            if len(entity.parts) > 1 and first_names().alike(first, entity.parts[0].lower()):
                return entity
            if ends_with(entity.parts, parts):
                return entity
        if len(parts) == 2 and parts[1].lower() in MIDDLE_NAMES:
            known = self.by_first.get(first, [])[:NAMESAKES]
            return next((entity for entity in known if entity.parts[:2] == parts), None)
        return None

    def find(self, word: str, token: int, gender: Gender) -> Entity:
        """The entity that a name of one word means at this token."""
        low = word.lower().replace("’", "'")
        if low in self.aliases:
            return self.aliases[low]
        known = [e for e in self.by_last.get(low, ())[:NAMESAKES] if means_last(e, token)]
        known = own_name(known) or known
        whole = self.by_initials.get(low.replace(".", "")) if is_acronym(word) and not known else None
        if whole:
            return whole
        firsts = self.by_first.get(low, [])[:NAMESAKES]
        choices = known or [e for e in firsts if not is_acronym(word) or not e.parts[0].isupper()]
        if not choices:
            return self.by_middle.get(low) or self.new((word,))
        return max(choices, key=lambda entity: self.fitness(entity, token, gender))

    def fitness(self, entity: Entity, token: int, gender: Gender) -> tuple[int, bool, bool, int]:
        """Of two people of one surname it means the one whom it has meant so far, else the nearest."""
        fits = 0 if not gender or not entity.gender else (1 if gender == entity.gender else -1)
        before = bisect_right(entity.tokens, token)
        nearest = entity.tokens[before - 1] if before else -1 - (entity.tokens[0] if entity.tokens else 0)
        established = entity.kind == "person" and entity.alone >= LONG_KNOWN
        return fits, len(entity.parts) > 1, established, nearest

    def kind_of(self, parts: tuple[str, ...]) -> EntityKind:
        lows = [part.lower() for part in parts]
        if len(parts) == 1 and is_camel_case(parts[0]):
            return "organisation"
        if not self.language.words("names", "organisation_words").isdisjoint(lows[-2:]):
            return "organisation"
        if not self.language.words("names", "bodies_of").isdisjoint(lows[:-1]):
            return "organisation"
        places = self.language.words("names", "places")
        if places.issuperset(lows) or (lows[-1] in places and lows[0] not in first_names().gender):
            return "place"
        if lows[0] in first_names().gender and len(parts) > 1:
            return "person"
        if any(is_acronym(part) for part in parts) and not all(
            part.isupper() and len(parts) > 1 for part in parts
        ):
            return "organisation"
        return ""


@cache
def pronoun_genders(language: Language) -> dict[str, Gender]:
    """The pronouns that tell a gender."""
    genders: dict[str, Gender] = dict.fromkeys(language.words("pronouns", "male"), "male")
    genders.update(dict.fromkeys(language.words("pronouns", "female"), "female"))
    return genders
