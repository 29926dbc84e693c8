"""The words of the index: forms of one stem, and what a misspelt word may have meant."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from tantivy import Searcher

from quotes.search.stems import stem

MOST_FORMS = 50
SHORT_WORD = 5
MOST_CORRECTIONS = 3
CORRECTED_FIELDS = ("words", "names", "context", "circumstances")


def same_stem(searcher: Searcher, field: str, word: str, languages: Sequence[str]) -> list[str]:
    """The indexed forms of a word, itself included."""
    forms = {word}
    for language in languages:
        root = stem(word, language)
        start = root[: max(len(root) - 1, 3)]
        known = searcher.terms_with_prefix(field, start) if language else []
        forms.update(term for term, _ in known if stem(term, language) == root)
    return sorted(forms)[:MOST_FORMS]


def corrections(searcher: Searcher, word: str) -> list[tuple[str, int]]:
    """Indexed words within one slip of the keyboard (two in a long word), nearest and commonest first."""
    slips = 1 if len(word) <= SHORT_WORD else 2
    for starts in (likely_starts(word), {word[:1]}):
        counts = known_words(searcher, starts)
        found = process.extract(
            word, counts.keys(), scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=None
        )
        ranked = sorted((distance, -counts[term], term) for term, distance, _ in found if term != word)
        if ranked:
            return [(term, -count) for _, count, term in ranked[:MOST_CORRECTIONS]]
    return []


def likely_starts(word: str) -> set[str]:
    """How the word that was meant begins, unless the slip was to type another letter at its beginning."""
    first, second, third = word[:1], word[1:2], word[2:3]
    starts = {first + second, second + first, first + third, second + third}
    return starts - {""}


def known_words(searcher: Searcher, starts: set[str]) -> dict[str, int]:
    """Indexed words that begin so, with their quotes."""
    counts: dict[str, int] = {}
    for field in CORRECTED_FIELDS:
        for start in starts:
            for term, count in searcher.terms_with_prefix(field, start):
                counts[term] = max(count, counts.get(term, 0))
    return counts
