import pytest

from quotes.evaluation.words import content, last_name, trimmed, words


def test_words_are_small_and_without_marks():
    assert words("“It’s late,” Jane-Ann said") == ["it", "s", "late", "jane", "ann", "said"]


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Sen. Jane Roe Jr.", "roe"),
        ("Jane Roe’s", "roe"),
        ("Siobhán O’Malley", "o'malley"),
        ("the President", None),
    ],
)
def test_last_name_is_neither_title_nor_genitive(name, last):
    assert last_name(name) == last


def test_little_words_and_titles_tell_nothing():
    assert content("the mayor of Northquay, Sir Jane") == {"mayor", "northquay", "jane"}


def test_marks_at_both_ends_are_trimmed():
    assert trimmed(" “It froze.” ", 0, 99) == (2, 10)


def test_nothing_but_marks_is_empty():
    assert trimmed("“…”", 0, 3) == (3, 3)
