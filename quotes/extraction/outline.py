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

from .document import Paragraph
from .language import Language
from .marks import Passage
from .names import first_names
from .sentences import add_sentences
from .word_classes import classify

# Plain words come first, as most are; what the other alternatives may begin with is looked at once.
TOKEN = re.compile(
    r"(?!vs\.|[adsu]/)[a-z]+(?![\w'’-])"
    r"|(?=[A-Zv])(?:(?:[A-Z]\.)+(?:[A-Z](?!\w))?"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Capt|Maj|Sgt|Cpl|Adm|Jr|Sr|St|Pres|Inc"
    r"|Coun|Cllr|Supt|Insp|Det|Atty|Asst|Adv|Amb|Engr|Cmdr|Usec|Asec|Corp|Ltd|Co|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Ave|Dept|Mass|Calif|Fla|Ill|Conn|Penn|Wis"
    r"|Minn|Ind|Kan|Ky|Mich|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Vt|Wyo|Del|Ark|Tenn|Ariz|Colo|Wash|Va|Md|Ga|La|Ala|Tex)\.(?!\.))"
    r"|\d{1,3}-year-olds?\b"
    r"|(?:[ad]/[lop]|s/o)(?!\w)|(?:@|\bu/)\w+"
    r"|\d[\d,.]*\d"
    r"|\w+(?:[-’'](?![sS]\b)\w+)*"
    r"|['’][sS]\b"
    r"|(?<=s)['’](?= [A-Z])"
    r"|‚(?=[\s”’])"
    r"|([^\s\w\"“”„‟«»″‘’'‚‹›`´＂])\1*"
)


LONGEST_NICKNAME = 20


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
    result.low = lowered(result.words)
    result.classes = classify(result.words, result.low, result.paragraphs, language)
    for index, (first, last) in enumerate(result.paragraphs):
        add_sentences(result, index, first, last, paragraphs)
    return result


def lowered(words: list[str]) -> list[str]:
    """All words in lower case, at once: no token holds a line break."""
    return "\n".join(words).lower().replace("’", "'").split("\n") if words else []


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
    base = paragraph.start
    if number >= 0:
        word = paragraph.text[start:end] if is_nickname(paragraph.text, start, end) else ""
        words, spans = [f"“{word}”"], [(start, end)]
    else:
        matches = list(TOKEN.finditer(paragraph.text, start, end))
        words, spans = [match.group() for match in matches], [match.span() for match in matches]
    result.words += words
    result.starts += [base + first for first, _ in spans]
    result.ends += [base + last for _, last in spans]
    result.passage += [number] * len(words)


CALLED = re.compile(r"[A-Z][\w’']+(?: [A-Z][\w’']+)?")
FIRST_NAME = re.compile(r"(?:^|[\s(])([A-Z][\w’'-]+) .$")
SURNAME = re.compile(r". (?:[a-z]{2,3} )?[A-Z][a-z]")


def is_nickname(text: str, start: int, end: int) -> bool:
    """Do the marked words stand in the middle of a name (William "Bill" Roe)?"""
    if end - start > LONGEST_NICKNAME or not CALLED.fullmatch(text, start, end):
        return False
    first = FIRST_NAME.search(text, max(0, start - 24), start)
    known = first and first[1].lower() in first_names().gender
    return bool(known and SURNAME.match(text, end))


def matches(pattern: re.Pattern[str], outline: Outline) -> Iterator[tuple[int, int]]:
    """Where the pattern matches the classes, as token ranges; it sees each paragraph by itself."""
    for first, last in outline.paragraphs:
        for found in pattern.finditer(outline.classes[first:last]):
            yield first + found.start(), first + found.end()
