"""The marked words themselves: how many, how capitalised, which sorts of small words."""

from quotes.extraction.language import Language
from quotes.extraction.word_classes import word_classes
from quotes.extraction.word_reader import class_of_unknown

LENGTHS = (1, 2, 3, 4, 5, 7, 10, 15, 25)
SHORT, MIDDLE = 4, 10
INNER = 40
PUNCTUATION = ".,;:?!'’()[]\"“”‘—–-"
INNER_GROUPS = (("pronoun", "HS"), ("verb", "AV"), ("determiner", "D"), ("particle", "PCWR"))
GROUP_OF = {letter: (name,) for name, letters in INNER_GROUPS for letter in letters}


def length_of(words: list[str]) -> int:
    """The number of words in steps."""
    return next((limit for limit in LENGTHS if len(words) <= limit), 99)


def size_of(words: list[str]) -> str:
    return "short" if len(words) <= SHORT else "middle" if len(words) <= MIDDLE else "long"


def inner_of(words: list[str], language: Language) -> str:
    """What sorts of small words the passage has: a term ("carried interest") has none, speech has many."""
    known = word_classes(language)
    found: set[str] = set()
    for word in words[:INNER]:
        found.update(GROUP_OF.get(known.get(word.strip(".,;:?!'’()").lower(), "x"), ()))
        if len(found) == len(INNER_GROUPS):
            break
    return "+".join(name for name, _ in INNER_GROUPS if name in found) or "bare"


def pattern_of(words: list[str], language: Language) -> str:
    """The classes of the first words, as in the outline: all of a short passage, two of a longer one."""
    known = word_classes(language)
    found = []
    for word in words[: SHORT if len(words) <= SHORT + 1 else 2]:
        plain = word.strip(PUNCTUATION).lower().replace("’", "'")
        letter = known.get(plain) or class_of_unknown(plain)
        named = word[0].isupper() and letter in "xvpbd"
        found.append("N" if named else "#" if plain[:1].isdigit() else letter)
    return "".join(found)


def case_of(words: list[str]) -> str:
    """How the words are capitalised: like a title, a sentence, a fragment."""
    letters = [word.strip("'’“\"(") for word in words]
    letters = [word for word in letters if word and word[0].isalpha()]
    if not letters:
        return "none"
    capitals = [word[0].isupper() for word in letters]
    if all(capitals):
        return "all"
    long = [capital for word, capital in zip(letters, capitals, strict=True) if len(word) > 3]
    if len(letters) > 1 and long and all(long) and capitals[0]:
        return "title"
    return "sentence" if capitals[0] else "fragment"
