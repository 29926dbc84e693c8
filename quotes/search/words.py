"""How text becomes words: the same for what is indexed, what is asked and what is highlighted. Pure.

Accents and case are folded; a hyphen or apostrophe parts words, and the joined form is a word too ("e-mail":
e, mail, email), as is a letter with its sign (C++); numbers are read without thousands separators, dotted
initials without dots; scripts written without spaces give one word a character.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e00-\u0e4e"
)
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
CONNECTORS = "'\u2019\u02bc\u2010\u2011-"

INITIALS = r"(?:[^\W\d_]\.)+[^\W\d_](?!\w)\.?"
NUMBER = r"\d+(?:[.,]\d+)+"
WORD = re.compile(rf"{INITIALS}|{NUMBER}|[\w{MARKS}]+")
UNSPACED_WORD = re.compile(rf"[{UNSPACED}]|{INITIALS}|{NUMBER}|(?:(?![{UNSPACED}])[\w{MARKS}])+")
HAS_UNSPACED = re.compile(f"[{UNSPACED}]")
HYPHENS = dict.fromkeys(map(ord, CONNECTORS), "-")
DOTTED, COMMAED = re.compile(r"\.[^\W_]"), re.compile(r",[^\W_]")  # one sign each: found far quicker
SIGNED = re.compile(r"(?<![\w.])[^\W\d_](?:\+\+|#)(?![\w+#])")
COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
MOST_PARTS = 4
WORDS_KEPT = 10_000  # folded: about 2 MB

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ё": "е"}
)
DROPPED_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670]")


class Token(NamedTuple):
    """A word and the characters of the text that it stands for."""

    start: int
    end: int
    word: str


class Folding(dict[int, str]):
    """Of one character, with blanks where words part; remembers what it was asked."""

    def __missing__(self, code: int) -> str:
        letter = folded_letter(chr(code))
        self[code] = f" {letter} " if HAS_UNSPACED.match(chr(code)) else letter or " "
        if not letter and DROPPED_MARKS.match(chr(code)):
            self[code] = ""
        return self[code]


def folded_letter(character: str) -> str:
    """Without case and accents; nothing for what is no part of words."""
    if not WORD.fullmatch(character):
        return ""
    letter = character.casefold().translate(LETTERS)
    if not "\u0400" <= letter <= "\u052f":  # the accents of Cyrillic make other letters
        letter = DROPPED_MARKS.sub("", unicodedata.normalize("NFKD", letter)).casefold().translate(LETTERS)
    return "".join(WORD.findall(unicodedata.normalize("NFC", letter)))


FOLDING = Folding({ord("_"): " "})
PLAIN_FOLDING = bytes(ord(FOLDING[code]) for code in range(128)).ljust(256)  # of ASCII, five times faster


@lru_cache(WORDS_KEPT)
def folded(word: str) -> str:
    """The word without case and accents, a number without separators, initials without dots."""
    if "." not in word and "," not in word:
        return word.translate(FOLDING).strip()
    if not word[0].isdecimal():
        return word.replace(".", "").translate(FOLDING).strip()
    return plain_number(word)


def plain_number(number: str) -> str:
    """With a point before the decimals and without other separators."""
    if THOUSANDS.fullmatch(number) or number.count(",") > 1:
        number = number.replace(",", "")
    if number.count(".") > 1:
        number = number.replace(".", "")
    number = number.replace(",", ".")
    return ".".join(part.translate(FOLDING) for part in number.split("."))


def pattern_for(text: str) -> re.Pattern[str]:
    return WORD if text.isascii() or not HAS_UNSPACED.search(text) else UNSPACED_WORD


def tokens(text: str) -> Iterator[Token]:
    """The words of a text with their places."""
    plain = text.replace("_", " ")
    for match in pattern_for(plain).finditer(plain):
        word = folded(match.group())
        if word:
            yield Token(match.start(), match.end(), word)


def words(text: str) -> list[str]:
    """The words of a text: those of ``tokens``, faster."""
    return folded_text(text).split()


def folded_text(text: str) -> str:
    """The words of a text with one blank or more between them."""
    if DOTTED.search(text) or COMMAED.search(text):
        return " ".join([token.word for token in tokens(text)])
    if text.isascii():
        return text.encode().translate(PLAIN_FOLDING).decode()
    return text.translate(FOLDING)


def joined(compound: str) -> str:
    """The joined form of a hyphenated word or contraction ("email"); nothing where it would be no word."""
    parts = [folded(part) for part in WORD.findall(compound)]
    if parts[-1:] == ["s"]:
        parts.pop()
    if not 1 < len(parts) <= MOST_PARTS or all(part.isdigit() for part in parts):
        return ""
    return "".join(parts)


def signed(text: str) -> list[Token]:
    """A letter that is a name only with its sign: C++, F#."""
    if "++" not in text and "#" not in text:
        return []
    return [Token(match.start(), match.end(), match.group().lower()) for match in SIGNED.finditer(text)]


def joined_forms(text: str) -> list[str]:
    """The joined forms of all compounds of a text, and letters with their signs."""
    forms = [token.word for token in signed(text)]
    plain = text.replace("'", "-") if text.isascii() else text.translate(HYPHENS)
    if "-" in plain:
        for chunk in plain.split():
            if "-" in chunk:
                forms += joined_forms_of(chunk)
    return forms


@lru_cache(WORDS_KEPT)
def joined_forms_of(chunk: str) -> list[str]:
    """Of what stands between two blanks, its connectors made hyphens."""
    return [form for part in COMPOUND.findall(chunk) if (form := joined(part))]
