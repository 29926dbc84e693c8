"""Words that may not be shown: hidden in every text, whole or in pieces, and nothing else with them."""

import pytest

from archive.withheld import HIDDEN, collapsed, covered, hides, masked

PASSAGE = "I sold the lighthouse for a song. Nobody asked. And then I bought two ships of tin"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("She said: “I SOLD the lighthouse, for a song.”", "She said: “[withdrawn].”"),
        ("“… then I bought two ships of tin,” she said", "“… [withdrawn],” she said"),
        ("Then she laughed: “Nobody asked.”", "Then she laughed: “[withdrawn].”"),
        ("She sold it for a song", "She sold it for a song"),
        ("", ""),
    ],
)
def test_withheld_words_are_hidden_wherever_a_piece_begins(text, shown):
    assert masked(text, [PASSAGE]) == shown


def test_a_passage_of_one_word_is_hidden():
    assert masked("“Liar,” he said, no liars", ["Liar"]) == "“[withdrawn],” he said, no liars"


def test_covered_text_keeps_its_offsets():
    text = "“Nobody asked,” she said."
    covering = covered(text, [PASSAGE])

    assert covering == "“" + HIDDEN * 12 + ",” she said."
    assert collapsed(covering) == "“[withdrawn],” she said."


def test_nothing_withheld_hides_nothing():
    assert (masked("Nobody asked", []), hides("Nobody asked", [])) == ("Nobody asked", False)


def test_two_passages_are_both_hidden():
    assert masked("Red ships, blue ships", ["Red ships", "blue ships"]) == "[withdrawn]"


def test_text_that_prints_a_passage_is_told():
    assert hides("so I bought two ships of tin", [PASSAGE])
