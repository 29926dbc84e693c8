"""The reporter's own words: the article as tokens in which every marked passage is one token.

Seeing ``Q , H V .`` instead of a hundred quoted words is what makes short, local patterns
enough to find who is speaking. Tokens are kept as parallel lists, because an article has a thousand
of them; each has a class of one letter, so that patterns are regular expressions over classes:

===== ==========================  ===== ==========================
``Q``  marked passage              ``N``  capitalised word
``V``  verb of saying              ``t``  title (Sen., President)
``T``  verb of thinking            ``p``  noun for people
``A``  auxiliary                   ``b``  noun for bodies
``H``  personal pronoun            ``d``  noun for documents
``S``  possessive pronoun          ``k``  particle of a name (van)
``W``  relative pronoun            ``g``  genitive 's
``D``  determiner                  ``E``  month or day
``P``  preposition                 ``#``  number
``C``  conjunction                 ``v``  other word in -ed, -ing
``R``  adverb                      ``x``  other word
===== ==========================  ===== ==========================

Punctuation stands for itself (``, ; : . ? ! ( )``), a dash is ``-``, the rest ``o``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from .document import Paragraph
from .language import Language
from .marks import Passage
from .names import first_names

TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z](?!\w))?"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Capt|Maj|Sgt|Cpl|Adm|Jr|Sr|St|Pres|Inc"
    r"|Corp|Ltd|Co|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Ave|Dept|Mass|Calif|Fla|Ill|Conn|Penn|Wis"
    r"|Minn|Ind|Kan|Ky|Mich|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Vt|Wyo|Del|Ark|Tenn|Ariz|Colo|Wash|Va|Md|Ga|La|Ala|Tex)\.(?!\.)"
    r"|\d[\d,.]*\d"
    r"|\w+(?:[-’'](?![sS]\b)\w+)*"
    r"|['’][sS]\b"
    r"|\.\.+|[^\s\w]"
)
PUNCTUATION = {**{c: c for c in ",;:?!()"}, ".": ".", "…": ".", "—": "-", "–": "-", "-": "-", "―": "-", "[": "(", "]": ")"}
SHORT_TITLE = 3
ENDS = frozenset(".?!…")
CLASSES_OF_LISTS = (
    ("N", "names", "places"),
    ("p", "nouns", "people"),
    ("b", "nouns", "bodies"),
    ("d", "nouns", "documents"),
    ("R", "words", "adverbs"),
    ("k", "names", "particles"),
    ("P", "words", "prepositions"),
    ("C", "words", "conjunctions"),
    ("D", "words", "determiners"),
    ("W", "words", "relatives"),
    ("S", "words", "possessives"),
    ("E", "words", "months"),
    ("E", "words", "days"),
)


@dataclass(slots=True)
class Outline:
    """Parallel lists over the tokens of the whole document; ``sentences`` are (first, last) token ranges."""

    words: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    classes: str = ""
    passage: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    paragraph_of_sentence: list[int] = field(default_factory=list)

    def paragraph(self, token: int) -> int:
        return self.paragraph_of_sentence[self.sentence[token]]

    def token_at(self, offset: int) -> int:
        """The last token that starts at or before a document offset."""
        return max(0, bisect_right(self.starts, offset) - 1)


@cache
def word_classes(language: Language) -> dict[str, str]:
    """Lower-case word to class; a later line of the list wins over an earlier one."""
    found: dict[str, str] = {}
    for letter, section, name in CLASSES_OF_LISTS:
        found.update(dict.fromkeys(language.words(section, name), letter))
    found.update(dict.fromkeys(language.thinking, "T"))
    found.update(dict.fromkeys(language.saying, "V"))
    found.update(dict.fromkeys(language.auxiliary, "A"))
    for group in ("male", "female", "neuter", "plural", "first_person"):
        subjects = language.words("pronouns", group) - language.words("words", "possessives")
        found.update(dict.fromkeys(subjects, "H"))
    found.update(dict.fromkeys(language.words("words", "possessives"), "S"))
    found["others"] = found["both"] = "p"
    return found


@cache
def noun_classes(language: Language) -> dict[str, str]:
    """Words that are nouns after a determiner, whatever else they may be."""
    nouns: dict[str, str] = {}
    for letter, name in (("p", "people"), ("b", "bodies"), ("d", "documents")):
        nouns.update(dict.fromkeys(language.words("nouns", name), letter))
    return nouns


@cache
def title_words(language: Language) -> frozenset[str]:
    groups = ("male", "female", "neutral")
    return frozenset().union(*(language.words("titles", group) for group in groups))


def outline(paragraphs: Sequence[Paragraph], passages: Sequence[Passage], language: Language) -> Outline:
    """The tokens of the document, its outermost passages folded into one token each."""
    result = Outline()
    by_paragraph: dict[int, list[tuple[int, Passage]]] = {}
    for number, passage in enumerate(passages):
        if not passage.nested:
            by_paragraph.setdefault(passage.paragraph, []).append((number, passage))
    for index, paragraph in enumerate(paragraphs):
        first = len(result.words)
        for piece in pieces(paragraph, by_paragraph.get(index, [])):
            add_piece(result, paragraph, piece)
        result.paragraphs.append((first, len(result.words)))
    classify(result, language)
    for index, (first, last) in enumerate(result.paragraphs):
        add_sentences(result, index, first, last, paragraphs)
    return result


def pieces(paragraph: Paragraph, passages: list[tuple[int, Passage]]) -> Iterator[tuple[int, int, int]]:
    """(start, end, passage number or -1) over the paragraph, offsets counted from its start."""
    position = 0
    for number, passage in passages:
        start, end = passage.start - paragraph.start, passage.end - paragraph.start
        yield position, start, -1
        yield start, end, number
        position = end
    yield position, len(paragraph.text), -1


def add_piece(result: Outline, paragraph: Paragraph, piece: tuple[int, int, int]) -> None:
    start, end, number = piece
    if number >= 0:
        add_token(result, "“”", paragraph.start + start, paragraph.start + end, number)
        return
    for match in TOKEN.finditer(paragraph.text, start, end):
        word = match.group()
        if word not in MARKS:
            add_token(result, word, paragraph.start + match.start(), paragraph.start + match.end(), -1)


MARKS = frozenset("\"“”„‟«»″‘’'‚‹›`´＂")


def add_token(result: Outline, word: str, start: int, end: int, number: int) -> None:
    result.words.append(word)
    result.starts.append(start)
    result.ends.append(end)
    result.passage.append(number)


def classify(result: Outline, language: Language) -> None:
    """Gives every token its class."""
    result.low = [word.lower().replace("’", "'") for word in result.words]
    titles = title_words(language)
    reader = WordReader(
        word_classes(language),
        titles - titled_surnames(result, titles),
        set(result.words),
        noun_classes(language),
        inner_names(result),
    )
    classes: list[str] = []
    for first, last in result.paragraphs:
        reader.headline = title_case(result.words[first:last])
        starting = True
        for place in range(first, last):
            letter = reader.letter(result.words[place], result.low[place], starting)
            if starting and letter in "dbpxvVTAP" and first_name(result, place, last):
                letter = "N"
            if letter == "N" and starting and reader.plain(result.words, result.low, place, last):
                letter = class_of_unknown(result.low[place])
            if classes:
                letter = in_context(letter, result.low[place], classes, reader.nouns)
            classes.append(letter)
            starting = letter in ".?!Q:-o" or (starting and letter in "(")
    result.classes = "".join(classes)


STARTERS = frozenset(".?!:;-–—“”•*(") | {"...", "“”"}


def inner_names(result: Outline) -> set[str]:
    """Words (in lower case) that stand capitalised elsewhere than at the start of a sentence."""
    words = result.words
    return {
        result.low[place]
        for place in range(1, len(words))
        if words[place][0].isupper() and words[place - 1] not in STARTERS
    }


HONORIFICS = frozenset({"mr.", "mrs.", "ms.", "mr", "mrs", "ms", "dr.", "dr"})


def titled_surnames(result: Outline, titles: frozenset[str]) -> set[str]:
    """Titles that are surnames in this article: Mr. King, Howard Dean."""
    low, words = result.low, result.words
    first = first_names().gender
    return {
        low[place + 1]
        for place in range(len(words) - 1)
        if low[place + 1] in titles
        and words[place + 1][0].isupper()
        and words[place][0].isupper()
        and (low[place] in HONORIFICS or low[place] in first)
        and not (place + 2 < len(words) and words[place + 2][0].isupper())
    }


def in_context(letter: str, low: str, before: list[str], nouns: dict[str, str]) -> str:
    """The class of a word that may be two things, by the classes in front of it."""
    last = before[-1]
    if letter == "g" and last in "HW":
        return "A"
    if letter in "VT" and (last in "DSg" or (last == "x" and len(before) > 1 and before[-2] in "DSg")):
        return letter if last == "x" and low.endswith(("ed", "ing", "said")) else nouns.get(low, "x")
    return letter


def first_name(result: Outline, place: int, last: int) -> bool:
    """Is the first word of a sentence the first name of somebody (Bill Jones, Will Smith)?"""
    if result.low[place] not in first_names().gender or place + 1 >= last:
        return False
    return result.words[place + 1][0].isupper() and result.words[place + 1][1:].islower()


def title_case(words: list[str]) -> bool:
    """Is this a headline In Which Every Word Is Capitalised?"""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


@dataclass(slots=True)
class WordReader:
    """Tells the class of a word; ``printed`` are all words of the article."""

    known: dict[str, str]
    titles: frozenset[str]
    printed: set[str]
    nouns: dict[str, str]
    names: set[str]
    headline: bool = False

    def letter(self, word: str, low: str, starting: bool) -> str:
        first = word[0]
        if first.islower():
            return self.known.get(low) or class_of_unknown(low)
        if first.isupper():
            return self.capitalised(word, low, starting)
        if first == "“":
            return "Q"
        if first.isalnum():
            return "#" if first.isdigit() else "x"
        return "g" if low == "'s" else PUNCTUATION.get(first, "o")

    def plain(self, words: list[str], low: list[str], place: int, last: int) -> bool:
        """Is a capitalised word at the start of a sentence an ordinary one ("Contrary to ...")?"""
        word, following = words[place], words[place + 1] if place + 1 < last else ""
        if self.headline or not word[1:].islower() or low[place] in first_names().gender:
            return False
        if following[:1].isupper() or following.lower() in ("'s", "’s", ",", ":"):
            return False
        letter = self.known.get(following.lower(), "")
        return letter in ("P", "D", "S") or (letter not in ("V", "T", "A") and low[place] not in self.names)

    def capitalised(self, word: str, low: str, starting: bool) -> str:
        shouted = word.isupper() and len(word) > 1
        if low in self.titles and (not shouted or len(word) <= SHORT_TITLE):
            return "t"
        letter = self.known.get(low)
        if letter and (starting or letter in "HEDSWp") and not (shouted and letter not in "HDWSP"):
            return letter
        if letter and self.headline and letter not in "bd":
            return letter
        if starting and low in self.printed:
            return class_of_unknown(low)
        return "N"


def class_of_unknown(low: str) -> str:
    if low.endswith("ly"):
        return "R"
    return "v" if low.endswith(("ed", "ing")) else "x"


# ---------------------------------------------------------------- sentences


def add_sentences(result: Outline, index: int, first: int, last: int, paragraphs: Sequence[Paragraph]) -> None:
    """Cuts one paragraph into sentences: a paragraph without tokens has none."""
    start = first
    text, offset = paragraphs[index].text, paragraphs[index].start
    for token in range(first, last):
        if token + 1 == last or ends_sentence(result, token, text, offset):
            number = len(result.sentences)
            result.sentences.append((start, token + 1))
            result.paragraph_of_sentence.append(index)
            result.sentence.extend([number] * (token + 1 - start))
            start = token + 1


def ends_sentence(result: Outline, token: int, text: str, offset: int) -> bool:
    letter, following = result.classes[token], result.classes[token + 1]
    if letter in ".?!":
        return following not in ".?!)"
    if letter != "Q":
        return False
    final = text[result.ends[token] - offset - 1 : result.ends[token] - offset]
    if final not in ENDS or following in ",.;:?!-()C":
        return False
    if not result.words[token + 1][0].isupper() and following != "Q":
        return False
    return final == "." or not speech_tag(result.classes, token + 1)


def speech_tag(classes: str, token: int) -> bool:
    """Do the next words look like ``he asked`` or ``John Smith asked``?"""
    return bool(re.match(r"[HNtD][NtpbR]{0,3}[VT]", classes[token : token + 6]))
