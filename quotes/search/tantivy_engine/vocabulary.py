"""The words of the index: forms of one stem, and what a misspelt word may have meant."""

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein
from tantivy import Searcher

from quotes.search.stems import stem

MOST_FORMS = 50
SHORT_WORD = 5
MOST_CORRECTIONS = 3
CORRECTED_FIELDS = ("words", "names", "context")


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
    """Indexed words within one slip of the keyboard (two in a long word), the nearest and then the commonest
    first.
    """
    slips = 1 if len(word) <= SHORT_WORD else 2
    counts = similar_counts(searcher, word)
    near = (
        (DamerauLevenshtein.distance(word, term, score_cutoff=slips), term, count)
        for term, count in counts.items()
        if abs(len(term) - len(word)) <= slips and term != word
    )
    ranked = sorted((distance, -count, term) for distance, term, count in near if distance <= slips)
    return [(term, -count) for _, count, term in ranked[:MOST_CORRECTIONS]]


def similar_counts(searcher: Searcher, word: str) -> dict[str, int]:
    """Indexed words that begin as this one does, or as it would without its first slip, with their quotes."""
    counts: dict[str, int] = {}
    for start in {word[:1], word[1:2]}:
        for field in CORRECTED_FIELDS:
            for term, count in searcher.terms_with_prefix(field, start):
                counts[term] = max(count, counts.get(term, 0))
    return counts
