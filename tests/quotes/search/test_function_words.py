from quotes.search.function_words import FUNCTION_WORDS, pairs
from quotes.search.words import words


def test_pairs_are_function_words_side_by_side():
    assert pairs(words("One of the ferries, and that is it.")) == [
        "one_of",
        "of_the",
        "and_that",
        "that_is",
        "is_it",
    ]


def test_pairs_of_no_words():
    assert pairs([]) == pairs(["the"]) == []


def test_function_words_are_written_as_words_are_folded():
    assert all(words(word) == [word] for word in FUNCTION_WORDS)
