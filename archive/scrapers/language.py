"""The language of a text by its commonest words, and of a page by what it declares besides."""

import re
from collections import Counter

WORD = re.compile(r"[^\W\d_]+")
# The ten commonest words of each language that is not also one of another's.
COMMON = {
    "en": "the of and to that was for with his they from have this are which",
    "de": "der und das den von ist nicht mit des auf für ein eine dem auch",
    "fr": "les des est dans une pour que qui sur pas par plus avec sont ses",
    "es": "los las del por una con para como más pero sus ha este fue ser",
    "it": "che il di della per non sono con gli nel alla più anche dei ha",
}
WORDS = {code: frozenset(words.split()) for code, words in COMMON.items()}
SAMPLE = 2_000
FEWEST = 20
LEAST_SHARE = 0.08
MARGIN = 2.0
LETTERS = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it"}


def language_of(text: str) -> str:
    """``en``, ``de``, ``fr``, ``es`` or ``it`` if function words say so clearly, else ``""``."""
    words = WORD.findall(text[: SAMPLE * 10].lower())[:SAMPLE]
    if len(words) < FEWEST:
        return ""
    number = Counter(words)
    counts = sorted(
        ((sum(number[word] for word in common), code) for code, common in WORDS.items()), reverse=True
    )
    (most, code), (second, _) = counts[0], counts[1]
    return code if most >= LEAST_SHARE * len(words) and most >= MARGIN * second else ""


def page_language(declared: str, text: str) -> str:
    """The ISO 639-1 code that a page declares, unless its text is clearly in another of the known languages.

    Many pages declare English whatever they are written in. A declared language that is not known
    here stands.
    """
    code = re.split(r"[-_]", declared.strip().lower())[0]
    code = LETTERS.get(code, code if len(code) == 2 and code.isalpha() else "")
    return code if code and code not in WORDS else language_of(text) or code
