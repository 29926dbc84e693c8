"""Words that a person gives become offsets of the article, or a clear refusal."""

import pytest

from quotes.boundaries import segments
from quotes.errors import BoundaryError

FIRST = "“It rained on the nets,” she said, “and on the boats.”"
SECOND = "“It rained,” said the keeper."
TEXT = f"{FIRST}\n\n{SECOND}"
PARAGRAPHS = [(0, len(FIRST)), (len(FIRST) + 2, len(TEXT))]


def words_at(found):
    return [TEXT[start:end] for start, end in found]


def test_words_are_found_without_their_marks():
    found = segments(TEXT, PARAGRAPHS, "“It rained on the nets,”", 0)

    assert found == [[1, 23]]
    assert words_at(found) == ["It rained on the nets,"]


def test_a_line_is_a_run():
    found = segments(TEXT, PARAGRAPHS, "It rained on the nets\nand on the boats.", 0)

    assert words_at(found) == ["It rained on the nets", "and on the boats."]


def test_words_printed_twice_are_taken_where_the_quote_stands():
    near = TEXT.index(SECOND)

    assert [segments(TEXT, PARAGRAPHS, "It rained", at)[0][0] for at in (0, near)] == [1, near + 1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("It snowed", "do not stand in the article"),
        ("and on the boats.\nIt rained on the nets", "do not stand in the article"),
        ("", "Give the words"),
        ("“”", "Give the words"),
    ],
)
def test_what_cannot_be_a_quote_is_refused(words, message):
    with pytest.raises(BoundaryError, match=message):
        segments(TEXT, PARAGRAPHS, words, 0)


def test_run_over_two_paragraphs_is_refused():
    text = "It rained and snowed"

    with pytest.raises(BoundaryError, match="A run ends with its paragraph"):
        segments(text, [(0, 9), (9, len(text))], "rained and", 0)
