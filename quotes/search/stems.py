"""Stems of folded words, by language (the Snowball stemmers that the engine brings along)."""

from functools import cache

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

REMEMBERED = 200_000  # words of a language, some 30 MB

LANGUAGES = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}


def base_language(language: str) -> str:
    """The language of a tag ("en-GB": en), or nothing where there is no stemmer for it."""
    base = language.replace("_", "-").split("-")[0].lower()
    return base if base in LANGUAGES else ""


class Stems(dict[str, str]):
    """Of one language; remembers what it was asked, up to a size."""

    def __init__(self, language: str) -> None:
        super().__init__()
        stemmer = Filter.stemmer(LANGUAGES[language])
        self.analyzer = TextAnalyzerBuilder(Tokenizer.raw()).filter(stemmer).build()
        self.known: dict[str, str] = {}  # each stem once, whatever words have it

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
            self.known.clear()
        stem = "".join(self.analyzer.analyze(word))
        self[word] = found = self.known.setdefault(stem, stem)
        return found


@cache
def stems_of(language: str) -> Stems:
    return Stems(language)


def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without stemmer."""
    return stems_of(language)[word] if language else word


def stems(words: list[str], language: str) -> list[str]:
    """The stems of many."""
    return list(map(stems_of(language).__getitem__, words)) if language else words
