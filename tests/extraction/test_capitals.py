import pytest

from quotes.extraction.capitals import inner_names, surnames, title_case
from quotes.extraction.language import load_language


def read(text):
    words = text.split()
    return words, [word.lower() for word in words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then Leslie Field skated", {"field"}),
        ("then Mr. King skated", {"king"}),
        ("then Leslie Field Research skated", set()),
        ("near Georgia State again", set()),
    ],
)
def test_words_after_first_names_and_honorifics_are_surnames(text, found):
    assert surnames(*read(text), frozenset({"king"}), load_language("en")) == found


def test_words_capitalised_within_a_sentence_are_names():
    words, low = read("Ice and Roe . Then Vale")
    assert inner_names(words, low, [(0, len(words))]) == {"roe", "vale"}


def test_words_of_a_headline_are_no_names():
    words, low = read("Harbour Froze Over Last Tuesday")
    assert inner_names(words, low, [(0, len(words))]) == set()


def test_a_headline_capitalises_every_long_word():
    assert [
        title_case(words.split()) for words in ("Harbour Froze Over Last Tuesday", "The harbour froze")
    ] == [
        True,
        False,
    ]
