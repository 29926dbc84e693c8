import pytest

from .articles import quotes

ASKS = '"Is it safe?" Ann Roe asked.'
ANSWERS = '"It is," Bob Doe replied.'


def speakers(*lines):
    return [quote.speaker for quote in quotes(*lines)]


@pytest.mark.parametrize(
    ("bare", "expected"),
    [('"For the children?"', "Ann Roe"), ('"We have looked at it twice since the winter began."', "Bob Doe")],
)
def test_a_question_behind_an_answer_is_the_next_turn(bare, expected):
    assert speakers(ASKS, ANSWERS, bare) == ["Ann Roe", "Bob Doe", expected]


def test_turns_go_on_once_they_have_begun():
    lines = ('"For the children?"', '"For everybody."', '"You said that last year."')
    assert speakers(ASKS, ANSWERS, *lines) == ["Ann Roe", "Bob Doe", "Ann Roe", "Bob Doe", "Ann Roe"]


def test_a_paragraph_of_the_reporter_in_between_ends_the_talk():
    between = "The harbour lay still that evening, and nobody had lit the lamps."
    assert speakers(ASKS, ANSWERS, between, '"Is it really as thick as it was then?"')[-1] != "Ann Roe"


def test_who_asks_may_answer_himself():
    assert speakers('"Why should we pay?" Ann Roe asked.', '"It is our ice."') == ["Ann Roe", "Ann Roe"]
