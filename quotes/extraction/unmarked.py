"""Speech that an article shows without quotation marks: transcripts, interviews, posts, pull quotes.

Only where the article itself presents the words as somebody's: by a label in front ("VALE: ..."), by a
question as a line of its own, by "she wrote:" before a block or an embedded post, by a signature.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .document import Paragraph
from .language import Language
from .marks import ANY_MARK, Passage
from .names import first_names
from .word_classes import title_words

LABEL = re.compile(r"((?:[A-Z][\w.'’-]{0,30} ?){1,4}):\s+(?=[^\s\d])")
QUESTION = re.compile(r"(?:Q|Question)[.:]\s+")
ANSWER = re.compile(r"(?:A|Answer)[.:]\s+")
SIGNED = re.compile(r"\s*[—–―-]{1,2}\s*(?=[A-Z])")
TAIL = re.compile(r"\s(?:[—―]|--?|–)\s?[A-Z][^—―–.!?]{2,60}$")
HANDLE = re.compile(r"\(@\w+\)")
SHOWN = frozenset({"block_quote", "embed"})
LONGEST_SIGNATURE = 90
TURNS = 2
SPEAKERS = 20
ENDS = (".", "?", "!", "…")
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of a paragraph from ``start`` on (counted from its own start).

    ``label`` tells where the speaker stands: ``"here"`` in front of the words, ``"signed"`` behind
    them, ``"next"`` in the paragraph that follows, ``"announced"`` in the one before, ``"interview"``
    for whoever is interviewed.
    """

    paragraph: int
    start: int
    end: int
    label: str = ""
    continues: bool = False


def find_turns(paragraphs: Sequence[Paragraph], language: Language) -> list[Turn]:
    """The unmarked speech of an article, at most one turn a paragraph, in reading order."""
    finders = (labelled, answers, questioned, shown, pulled)
    found: dict[int, Turn] = {}
    for finder in finders:
        for turn in finder(paragraphs, language):
            found.setdefault(turn.paragraph, turn)
    unmarked = (turn for turn in found.values() if not opens_marked(paragraphs[turn.paragraph], turn))
    return sorted(unmarked, key=lambda turn: turn.paragraph)


def opens_marked(paragraph: Paragraph, turn: Turn) -> bool:
    return paragraph.text[turn.start : turn.start + 1] in ANY_MARK


def passage_of(turn: Turn, paragraphs: Sequence[Paragraph]) -> Passage:
    offset = paragraphs[turn.paragraph].start
    start, end = offset + turn.start, offset + turn.end
    return Passage(start, end, turn.paragraph, "unmarked", continues=turn.continues)


def whole(
    paragraphs: Sequence[Paragraph], place: int, start: int, label: str, continues: bool = False
) -> Turn:
    return Turn(place, start, len(paragraphs[place].text.rstrip()), label, continues)


# ---------------------------------------------------------------- transcripts and interviews


def labelled(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Turn]:
    """ "PETER LUND: ...", where two such lines follow each other and one label is a person's name.

    A surname alone is one where the article has it behind a first name elsewhere.
    """
    places = {}
    for place, paragraph in enumerate(paragraphs):
        label = LABEL.match(paragraph.text) if paragraph.role == "body" else None
        if label:
            places[place] = label
    following = {place for place in places if place + 1 in places or place - 1 in places}
    often = Counter(places[place].group(1) for place in sorted(following)).most_common(SPEAKERS)
    labels = [label for label, _ in often]
    prose = " ".join(
        each.text[places[place].end() if place in places else 0 :] for place, each in enumerate(paragraphs)
    )
    if len(labels) < TURNS or not any(
        is_person(label, language) or is_named(label, prose) for label in labels
    ):
        return
    for place in sorted(following):
        yield whole(paragraphs, place, places[place].end(), "here")


def is_person(label: str, language: Language) -> bool:
    """Does a label begin with a first name or a title?"""
    first, *rest = label.lower().split()
    return first in first_names().gender or (bool(rest) and first in title_words(language))


def is_named(label: str, text: str) -> bool:
    """Does a text print a name that ends in this label?"""
    return bool(re.search(rf"\b[A-Z][\w'’-]* (?i:{re.escape(label)})\b", text))


def answers(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Turn]:
    """ "A: ..." after "Q: ..."."""
    asked = False
    for place, paragraph in enumerate(paragraphs):
        answer = ANSWER.match(paragraph.text)
        if asked and answer:
            yield whole(paragraphs, place, answer.end(), "interview")
        asked = bool(QUESTION.match(paragraph.text)) or (asked and not answer)


def questioned(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Turn]:
    """The paragraphs behind each question that is a line of its own, where there are two and more."""
    questions = [place for place, each in enumerate(paragraphs) if each.role == "question"]
    if len(questions) < TURNS:
        return
    for question, following in zip(questions, [*questions[1:], questions[-1] + 2], strict=True):
        for place in range(question + 1, min(following, len(paragraphs))):
            if paragraphs[place].role != "body":
                break
            yield whole(paragraphs, place, 0, "interview", place > question + 1)


# ---------------------------------------------------------------- blocks, posts, pull quotes


def shown(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Turn]:
    """A block quote or post that a verb of saying and a colon announce, or that is signed."""
    running = False
    for place, paragraph in enumerate(paragraphs):
        if paragraph.role not in SHOWN:
            running = announces(paragraph.text, language)
            continue
        before = paragraphs[place - 1].role if place else ""
        tail = TAIL.search(paragraph.text, max(0, len(paragraph.text) - LONGEST_SIGNATURE))
        end = tail.start() if tail else len(paragraph.text.rstrip())
        if SIGNED.match(paragraph.text):
            running = False
        elif running:
            yield Turn(place, 0, end, "announced", before in SHOWN)
        elif tail and (paragraph.role == "block_quote" or HANDLE.search(tail.group())):
            yield Turn(place, 0, end, "signed")


POSTED = re.compile(
    r"\b(?:wrote|writes|posted|tweeted|took to|taking to)\b"
    r"|\b[Ii]n (?:an?|the|his|her|their|its) (?:\w+ ){0,2}"
    r"(?:letter|statement|post|tweet|message|email|e-mail|memo|note)\b"
)
PUTS = re.compile(r"\b(?:puts?|had|has|have) (?:it|this to say)\b")


def announces(text: str, language: Language) -> bool:
    """Does a paragraph's last sentence tell that somebody wrote, or, with a colon, says what follows?"""
    last = text[max(0, len(text) - 200) :].rstrip().rstrip(".:").rpartition(". ")[2]
    if not text.rstrip().endswith(":"):
        return text.rstrip().endswith(".") and bool(POSTED.search(last)) and ANY_MARK.isdisjoint(last[-2:])
    if PUTS.search(last):
        return True
    words = last.lower().replace(":", " ").split()
    articles = language.words("words", "determiners") | language.words("words", "possessives")
    says = any(
        word in language.saying and before not in articles
        for before, word in zip(["", *words], words, strict=False)
    )
    return says or not language.words("nouns", "writings").isdisjoint(words)


def pulled(paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Turn]:
    """A pull quote with its speaker on the next line."""
    for place, paragraph in enumerate(paragraphs[:-1]):
        sentence = paragraph.text.rstrip().endswith(ENDS) and paragraph.text.count(" ") >= SHORTEST - 1
        if paragraph.role == "pull_quote" and sentence and is_signature(paragraphs[place + 1]):
            yield whole(paragraphs, place, 0, "next")


def is_signature(paragraph: Paragraph) -> bool:
    """Is a paragraph nothing but the name of who spoke the words above it?"""
    text = paragraph.text.strip()
    if len(text) > LONGEST_SIGNATURE or text[-1:] in "?!:":
        return False
    return bool(SIGNED.match(text)) or (paragraph.role == "pull_quote" and text[:1].isupper() and " " in text)
