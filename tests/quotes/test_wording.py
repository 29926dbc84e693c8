"""Differences of wording, word by word."""

from quotes.wording import Run, differences


def test_differences_of_the_same_words_are_none():
    assert differences("It rained.", "“It rained”") == []


def test_differences_name_what_went_and_what_came():
    assert differences("We will not sell", "We won't sell") == [
        Run("same", "We"),
        Run("gone", "will not"),
        Run("new", "won't"),
        Run("same", "sell"),
    ]


def test_differences_to_a_mere_part_are_none():
    assert differences("It rained and then it snowed", "it snowed") == []


def test_differences_of_very_long_texts_are_not_worked_out():
    assert differences("a " * 500, "b " * 500) == []
