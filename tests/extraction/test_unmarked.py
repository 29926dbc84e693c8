import pytest

from quotes.extraction import Paragraph
from quotes.extraction.language import load_language
from quotes.extraction.unmarked import announces, find_turns, is_signature


def turns(*lines):
    """(words, label) of the turns; a line is its text, or (role, text)."""
    pairs = [("body", line) if isinstance(line, str) else line for line in lines]
    paragraphs = [Paragraph(text, role) for role, text in pairs]
    found = find_turns(paragraphs, load_language("en"))
    return [(paragraphs[turn.paragraph].text[turn.start : turn.end], turn.label) for turn in found]


def test_two_labels_in_a_row_make_a_transcript():
    assert turns("JANE ROE: It froze.", "JOHN DOE: It thawed.") == [
        ("It froze.", "here"),
        ("It thawed.", "here"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("JANE ROE: It froze.", "It thawed."),
        ("WATCH: The ice", "READ: The thaw"),
        ("Jane Roe: 12", "John Doe: 13"),
        ("JANE ROE: It froze.", "JANE ROE: It thawed."),
    ],
)
def test_other_lines_with_colons_are_no_transcript(lines):
    assert turns(*lines) == []


def test_only_answers_are_turns():
    assert turns("Q: Did it freeze?", "A: It did.", "It was cold.") == [("It did.", "interview")]


def test_one_question_makes_no_interview():
    assert turns(("question", "Did it freeze?"), "It did.") == []


def test_an_answer_ends_where_the_body_does():
    lines = (
        ("question", "Did it freeze?"),
        "It did.",
        ("caption", "Ice"),
        ("question", "Really?"),
        "Yes, it did.",
    )
    assert turns(*lines) == [("It did.", "interview"), ("Yes, it did.", "interview")]


def test_a_signature_behind_a_block_is_cut():
    assert turns(("block_quote", "It froze. — Jane Roe")) == [("It froze.", "signed")]


def test_marked_words_are_left_to_the_marks():
    assert turns("Jane Roe wrote:", ("block_quote", '"It froze."')) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe wrote:", True),
        ("Roe skated. She said this:", True),
        ("The rules:", False),
        ("Roe said.", False),
    ],
)
def test_a_verb_of_saying_and_a_colon_announce(text, expected):
    assert announces(text, load_language("en")) is expected


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        ("body", "— Jane Roe, skater", True),
        ("pull_quote", "Jane Roe", True),
        ("body", "Jane Roe", False),
        ("body", "- Did it freeze?", False),
    ],
)
def test_a_signature_is_a_dash_and_a_name(role, text, expected):
    assert is_signature(Paragraph(text, role)) is expected
