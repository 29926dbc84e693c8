import pytest

from quotes.extraction.capitals import capitals, inner_names, surnames, title_case
from quotes.extraction.language import load_language


def read(text):
    words = text.split()
    return capitals(words, [word.lower() for word in words], [(0, len(words))])


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
    assert surnames(read(text), frozenset({"king"}), load_language("en")) == found


def test_words_capitalised_within_a_sentence_are_names():
    assert inner_names(read("Ice and Roe . Then Vale"), [(0, 6)]) == {"roe", "vale"}


def test_words_of_a_headline_are_no_names():
    assert inner_names(read("Harbour Froze Over Last Tuesday"), [(0, 5)]) == set()


def test_a_headline_capitalises_every_long_word():
    assert [
        title_case(words.split()) for words in ("Harbour Froze Over Last Tuesday", "The harbour froze")
    ] == [
        True,
        False,
    ]
