import pytest

from .articles import only, quotes


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ('"It froze," Jane Roe said.', "Jane Roe"),
        ('"It froze," said Jane Roe.', "Jane Roe"),
        ('Jane Roe said: "It froze."', "Jane Roe"),
        ('Jane Roe said that the harbour "froze over in a night."', "Jane Roe"),
        ('According to Jane Roe, the harbour "froze over in a night."', "Jane Roe"),
        ('"It froze," said the director of the bureau, Jane Roe.', "Jane Roe"),
        ('"It froze," Jane Roe, the director of the bureau, told reporters.', "Jane Roe"),
        ('"It froze," said a spokesman for the ministry.', "a spokesman for the ministry"),
        ('"It froze," the company said in a statement.', "the company"),
    ],
)
def test_the_subject_of_saying_is_the_speaker(line, speaker):
    assert only(line).speaker == speaker


def test_a_pronoun_is_whom_the_text_spoke_of():
    lines = ("Jane Roe runs the harbour.", '"It froze," she said.')
    assert only(*lines).speaker == "Jane Roe"


def test_a_pronoun_is_nobody_of_the_other_gender():
    lines = ("Jane Roe met John Doe.", '"It froze," he said.')
    assert only(*lines).speaker == "John Doe"


def test_a_pronoun_without_anybody_named_has_no_speaker():
    assert only('"It froze," she said.').speaker is None


def test_a_paragraph_of_speech_alone_goes_on_with_the_speaker_before():
    first, second = quotes('"It froze," Jane Roe said.', '"We have never had such a winter here."')
    assert (first.speaker, second.speaker) == ("Jane Roe", "Jane Roe")


def test_the_fullest_name_comes_from_anywhere_in_the_article():
    found = quotes("Jane M. Roe runs the harbour.", '"It froze," Roe said.')
    assert [quote.speaker for quote in found] == ["Jane M. Roe"]


def test_the_statement_is_that_of_who_gave_it():
    lines = (
        "Jane Roe said in a statement that it froze.",
        '"We have never had such a winter," the statement said.',
    )
    assert only(*lines).speaker == "Jane Roe"


def test_the_author_is_the_first_person():
    assert only('"Is it frozen?" I asked.', authors=("Jane Roe",)).speaker == "Jane Roe"


def test_candidates_are_three_at_most_and_sum_to_one_at_most():
    found = only('"It froze," said Jane Roe, and John Doe, Ann Poe, Tom Low and the mayor nodded.')
    assert len(found.candidates) <= 3
    assert sum(candidate.score for candidate in found.candidates) <= 1.0
    assert found.candidates[0].speaker == "Jane Roe"
