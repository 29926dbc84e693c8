"""Tells the class of one word as it stands: by the lists, its capitals, its form and those beside it."""

import re
from dataclasses import dataclass, field

from .names import first_names

PUNCTUATION = {
    **{c: c for c in ",;:?!()"},
    ".": ".",
    "…": ".",
    "‚": ",",  # a low mark, printed for a comma
    "—": "-",
    "–": "-",
    "-": "-",
    "―": "-",
    "[": "(",
    "]": ")",
}
SHORT_TITLE = 3


def precedes_name(words: list[str], place: int, last: int) -> bool:
    """Do two capitalised words follow ("seamer Jane Roe")?"""
    return place + 2 < last and words[place + 1][0].isupper() and words[place + 2][0].isupper()


def first_name(words: list[str], low: list[str], place: int, last: int) -> bool:
    """Is the first word of a sentence the first name of somebody (Bill Jones, Will Smith)?"""
    if low[place] not in first_names().gender or place + 1 >= last:
        return False
    return words[place + 1][0].isupper() and words[place + 1][1:].islower()


def is_first_name(words: list[str], low: list[str], place: int, last: int) -> bool:
    """Is a noun for people a first name here (captain Dean Roe, but not Dean Jane Roe)?"""
    return first_name(words, low, place, last) and low[place + 1] not in first_names().gender


def names_place(words: list[str], low: list[str], place: int, last: int) -> bool:
    """Does a capitalised name follow behind "of" (Bank of England, Ministry of the Interior)?"""
    begin = place + 3 if low[place + 2 : place + 3] == ["the"] else place + 2
    return low[place + 1 : place + 2] == ["of"] and begin < last and words[begin][0].isupper()


@dataclass(slots=True)
class WordReader:
    """Tells the class of a word; ``printed`` are all words of the article.

    ``alone`` are determiners that may be subjects, ``surnames`` titles that are somebody's name here.
    """

    known: dict[str, str]
    titles: frozenset[str]
    surnames: set[str]
    printed: set[str]
    nouns: dict[str, str]
    alone: frozenset[str]
    names: set[str]
    qualifiers: frozenset[str]
    bodies_of: frozenset[str]
    attributes: frozenset[str]
    demonyms: frozenset[str]
    headline: bool = False
    memo: dict[str, str] = field(default_factory=dict)

    def first_letter(self, words: list[str], low: list[str], place: int, last: int) -> str:
        """The class of the first word of a sentence, which is capitalised whatever it is."""
        letter = self.letter(words[place], low[place], True)
        if letter in "bp" and low[place] in self.bodies_of and names_place(words, low, place, last):
            return "N"
        if letter == "N" and low[place] in self.attributes and words[place + 1 : place + 2] != [","]:
            return class_of_unknown(low[place])
        if letter == "N" and low[place] in self.printed and self.attributive(low, place, last):
            return self.known.get(low[place]) or class_of_unknown(low[place])
        if letter in "dbpxvVTAP" and first_name(words, low, place, last):
            letter = "N"
        if (
            letter == "N"
            and low[place].endswith(WORKERS)
            and words[place + 1 : place + 2][:1]
            and words[place + 1][0].isupper()
        ):
            return "p"
        if letter == "N" and self.plain(words, low, place, last):
            return class_of_unknown(low[place])
        return letter

    def beside(self, letter: str, words: list[str], low: list[str], place: int, places: range) -> str:
        """The class of a word by those beside it."""
        if low[place] in self.qualifiers and self.governs(low, place, places.stop):
            return "P"
        if letter == "x" and self.describes(words, low, place, places.stop):
            return "p"
        if letter == "N" and self.calls(words, low, place, places):
            return "p"
        if letter == "p" and words[place][0].isupper() and is_first_name(words, low, place, places.stop):
            return "N"
        return letter

    def describes(self, words: list[str], low: list[str], place: int, last: int) -> bool:
        """Is an unknown word in front of a full name what that person does ("seamer Jane Roe")?"""
        agent = words[place].endswith(AGENTS) and low[place] not in self.attributes
        return agent and precedes_name(words, place, last)

    def calls(self, words: list[str], low: list[str], place: int, places: range) -> bool:
        """Is a capitalised word all that somebody is called ("the Pole said", "A MAN who ...")?"""
        if place + 1 >= places.stop or words[place + 1][0].isupper():
            return False
        if low[place] in self.demonyms:
            behind = self.known.get(low[place + 1], low[place + 1])
            aged = low[place - 1].endswith("-year-old")  # "the 30-year-old Swiss"
            return low[place - 1 - aged] == "the" and behind in DONE_BY
        shouted = words[place].isupper() and words[place + 1].islower() and place < places.start + OPENING
        return shouted and len(words[place]) > SHORT_TITLE - 1 and self.nouns.get(low[place]) == "p"

    def governs(self, low: list[str], place: int, last: int) -> bool:
        """Does a preposition follow ("familiar with the matter")?"""
        return place + 1 < last and self.known.get(low[place + 1]) == "P"

    def attributive(self, low: list[str], place: int, last: int) -> bool:
        """Does an ordinary word that is also a name stand in front of a noun ("Field tests")?"""
        following = low[place + 1] if place + 1 < last else "."
        return following.isalpha() and self.known.get(following, class_of_unknown(following)) in "xpbd"

    def letter(self, word: str, low: str, starting: bool) -> str:
        first = word[0]
        if first.islower():
            return self.known.get(low) or ("N" if PREFIXED.match(word) else self.compound(low))
        if low.endswith(("-year-old", "-year-olds")):
            return "p"
        if first.isupper() and word[-1].isdigit() or word[1:2].isdigit():
            return "#"
        if first.isupper():
            return self.capitalised(word, low, starting)
        if first == "“":
            return "k" if len(word) > len("“”") else "Q"  # a nickname is a part of a name
        if first == "@" and len(word) > 1:
            return "N"
        if first.isalnum():
            return "#" if first.isdigit() else "x"
        return "g" if low in ("'s", "'") else PUNCTUATION.get(first, "o")

    def compound(self, low: str) -> str:
        """The class of a word that stands in no list: a mother-of-two and a writer-director are people."""
        first, hyphen, rest = low.partition("-")
        if not hyphen or not (first in FORMER or self.nouns.get(first) == "p"):
            return class_of_unknown(low)
        person = rest.startswith("of-") or self.nouns.get(rest) == "p"
        return "p" if person else class_of_unknown(low)

    def plain(self, words: list[str], low: list[str], place: int, last: int) -> bool:
        """Is a capitalised word at the start of a sentence an ordinary one ("Contrary to ...")?"""
        word, following = words[place], words[place + 1] if place + 1 < last else ""
        if following == "," and low[place] in OPENERS:
            return True
        if self.headline or not word[1:].islower() or low[place] in first_names().gender:
            return False
        if following[:1].isupper() or following.lower() in ("'s", "’s", ",", ":"):
            return False
        letter = self.known.get(following.lower(), "")
        return letter in ("P", "D", "S") or (letter not in ("V", "T", "A") and low[place] not in self.names)

    def capitalised(self, word: str, low: str, starting: bool) -> str:
        if low in self.surnames:
            return "N"
        shouted = word.isupper() and len(word) > 1
        if low in self.titles and (not shouted or len(word) <= SHORT_TITLE):
            return "t"
        letter = self.known.get(low)
        if letter and (starting or letter in "HEDSWp#") and not shouted:
            return letter
        if letter and self.headline and letter not in "bd":
            return letter
        if (
            starting
            and low not in self.names
            and (low in self.printed or low[:-1] in self.printed and low[-1] == "s")
        ):
            return class_of_unknown(low)
        return "N"


FORMER = frozenset({"ex", "vice", "co", "step", "half"})
DONE_BY = frozenset({"V", "T", "A", "R", "W", ",", ".", ";"})  # behind a noun: it acts, or the clause ends
OPENING = 4
# "Reacting, the chairman said": participles that open a report and are nobody's surname.
OPENERS = frozenset(
    {"reacting", "responding", "speaking", "writing", "continuing", "replying", "sentencing"}
) | {
    "prosecuting",
    "defending",
    "mitigating",
    "commenting",
    "concluding",
    "explaining",
    "testifying",
    "tweeting",
}
# al-Khatib, d'Estaing and u/somebody are names for all their small letters.
PREFIXED = re.compile(r"(?:al|el|ash|as|ad|ar|an|at|az|ul|abu|d|l)[-'’][A-Z]|u/\w")
AGENTS = ("er", "or", "ist", "ian")  # the ends of nouns for people
WORKERS = ("keeper", "master", "maker", "keepers", "masters", "makers", "woman", "women")


def class_of_unknown(low: str) -> str:
    if low.endswith("ly"):
        return "R"
    if low.endswith(WORKERS):
        return "p"
    return "v" if low.endswith(("ed", "ing")) else "x"
