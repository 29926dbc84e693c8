"""The class of every word: what it is called in the grammar of the outline, see ``outline``."""

from functools import cache

from .capitals import capitals, inner_names, surnames
from .language import Language
from .word_reader import WordReader

CONTRACTED = ("'d", "'ll", "'ve", "'re", "'m")
CLASSES_OF_LISTS = (
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
        found.update(dict.fromkeys((subject + short for subject in subjects for short in CONTRACTED), "H"))
    found.update(dict.fromkeys(language.words("words", "possessives"), "S"))
    found["others"] = found["both"] = "p"
    found["no."] = "#"  # "Juror No. 4"
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


def classify(words: list[str], low: list[str], paragraphs: list[tuple[int, int]], language: Language) -> str:
    """The classes of all tokens of an article, one letter each."""
    titles, found = title_words(language), capitals(words, low, paragraphs)
    reader = WordReader(
        word_classes(language),
        titles,
        surnames(found, titles, language),
        set(words),
        noun_classes(language),
        language.words("words", "alone"),
        inner_names(found, paragraphs),
        language.words("nouns", "qualifiers"),
        language.words("names", "bodies_of"),
        language.words("words", "attributes"),
        language.words("words", "demonyms"),
    )
    classes: list[str] = []
    for number, (first, last) in enumerate(paragraphs):
        reader.headline = number in found.headlines
        classify_paragraph(reader, words, low, range(first, last), classes)
    return "".join(classes)


def classify_paragraph(
    reader: WordReader, words: list[str], low: list[str], places: range, classes: list[str]
) -> None:
    """Appends the classes of one paragraph's tokens."""
    memo = {} if reader.headline else reader.memo
    starting = True
    for place in places:
        word = words[place]
        if starting:
            letter = reader.first_letter(words, low, place, places.stop)
        else:
            known = memo.get(word)
            letter = memo[word] = known or reader.letter(word, low[place], False)
        letter = reader.beside(letter, words, low, place, places)
        if letter in "gVT" and classes:
            letter = in_context(letter, low[place - 1 : place + 2], classes, reader)
        classes.append(letter)
        starting = letter in ".?!Q:-o" or (starting and letter == "(")


# Prepositions behind which no verb stands: "secretary of state".
NOUN_FOLLOWS = frozenset({"of", "in", "on", "by", "for", "with", "at", "from", "into"})


NEVER_NOUNS = frozenset(
    {"said", "says", "told", "tells", "wrote", "writes", "adds", "asks", "explains", "admits", "insists"}
) | {"recalls", "argues", "warns", "thinks", "believes", "went", "spoke", "swore", "sang"}
HEARERS = frozenset({"us", "me", "him", "them"})  # behind a verb, not behind a noun


def in_context(letter: str, low: list[str], before: list[str], reader: WordReader) -> str:
    """The class of a word that may be two things, by its neighbours (``low`` holds it between them)."""
    last = before[-1]
    if letter == "g":
        return "A" if last in "HW" else letter
    word = low[1]
    if last not in "DSg" and low[2:] and low[2] in HEARERS:
        return letter
    if last in "DSg":
        alone = low[0] in reader.alone and word not in reader.nouns
        return letter if alone else reader.nouns.get(word, "x")
    sure = word.endswith(("ed", "ing")) or word in NEVER_NOUNS
    if low[0] in NOUN_FOLLOWS and not sure:
        return "x"
    if last == "x" and len(before) > 1 and before[-2] in "DSg" and not sure:
        return reader.nouns.get(word, "x")
    return letter
