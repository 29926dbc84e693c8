import pytest

from quotes.extraction.confidence import step_of

from .articles import only, quotes


@pytest.mark.parametrize(("chance", "step"), [(0.0, 0), (0.31, 1), (0.9999, 14)])
def test_chances_rise_in_steps(chance, step):
    assert step_of(chance) == step


def test_a_plain_said_clause_is_surer_than_a_guess():
    sure = only('"It froze over," Jane Roe said.')
    guess = only("Jane Roe met John Doe and Tom Low.", 'There was talk of a "bitter winter for the town".')
    assert 0.0 <= guess.confidence < sure.confidence <= 1.0


@pytest.mark.parametrize(
    ("line", "method"),
    [
        ('"It froze," Jane Roe said.', "said-clause"),
        ('According to Jane Roe, the harbour "froze over in a night."', "according to"),
    ],
)
def test_the_method_says_how_the_speaker_was_found(line, method):
    assert only(line).method == method


def test_the_method_says_where_the_speaker_stands():
    _, second = quotes('"It froze," Jane Roe said.', '"We have never had such a winter here."')
    assert second.method == "speaker of another paragraph"
