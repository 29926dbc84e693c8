import pytest

from quotes.extraction.speech import case_of, in_headline

from .articles import quotes, scene


def kinds(*lines):
    return [(quote.text, quote.kind) for quote in quotes(*lines)]


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("It froze over", "sentence"),
        ("froze over", "fragment"),
        ("The Long Way Home", "all"),
        ("The Long and Winding Road", "title"),
        ("1 2 3", "none"),
    ],
)
def test_words_have_a_case(words, case):
    assert case_of(words.split()) == case


@pytest.mark.parametrize(
    "line",
    [
        'The film "The Long Way Home" opens in May.',
        'The so-called "quick edit" feature and the "quick edit" button are free.',
        'It is known as "The Harbour".',
    ],
)
def test_titles_and_terms_are_nobodys_speech(line):
    assert {kind for _, kind in kinds(line)} == {"unattributed"}


def test_one_word_is_nobodys_speech():
    assert kinds('The winter was "mild", Jane Roe said.') == [("mild", "unattributed")]


def test_one_word_that_is_all_somebody_says_is_speech():
    assert kinds('"No," Jane Roe said.') == [("No,", "direct")]


def test_the_first_short_line_of_a_plain_text_is_its_headline():
    found = scene("Roe: harbour 'froze over'", "It froze.", "It thawed.", title="")
    assert [in_headline(found, number) for number in range(3)] == [True, False, False]
