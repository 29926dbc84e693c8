import pytest

from quotes.extraction.agreement import agrees, likely, may_be
from quotes.extraction.mention import Mention
from quotes.extraction.names import Entity


def pronoun(word: str, gender: str = "") -> Mention:
    return Mention("pronoun", 0, 1, 0, len(word), word, gender=gender)


WOMAN = Entity(0, ("Jane", "Roe"), "person", "female")
BODY = Entity(1, ("Northquay", "Council"), "organisation")
UNKNOWN = Entity(2, ("Vale",))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (pronoun("she", "female"), [True, False, True]),
        (pronoun("he", "male"), [False, False, True]),
        (pronoun("it"), [False, True, True]),
        (pronoun("who"), [True, False, True]),
        (pronoun("they"), [True, True, True]),
    ],
)
def test_a_pronoun_may_be_those_who_agree(said, expected):
    assert [may_be(said, entity) for entity in (WOMAN, BODY, UNKNOWN)] == expected


def test_a_bare_word_named_once_is_unlikely_to_be_anybody():
    assert [likely(entity) for entity in (WOMAN, BODY, UNKNOWN)] == [True, True, False]


def test_agreement_is_told_in_a_word():
    assert agrees(pronoun("she", "female"), WOMAN) == "yes"
    assert agrees(pronoun("he", "male"), WOMAN) == "no"
    assert agrees(pronoun("it"), BODY) == "it-organisation"
