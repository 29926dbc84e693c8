import pytest

from .articles import scene


def verbs(line, name):
    found = scene(line)
    for mention, pair in zip(found.mentions, found.verbs, strict=True):
        if found.outline.words[mention.first] == name:
            return pair
    raise AssertionError(f"{name} is no mention")


@pytest.mark.parametrize(
    ("line", "bond", "lemma"),
    [
        ("Jane Roe said so.", "direct", "say"),
        ("Jane Roe has never said so.", "direct", "say"),
        ("Jane Roe, the director of the bureau, said so.", "apposition", "say"),
        ("Jane Roe, 87, of Springfield, Ill., said so.", "apposition", "say"),
        ("Jane Roe (D-Ohio) said so.", "apposition", "say"),
        ("Jane Roe of the bureau said so.", "phrase", "say"),
        ("Mary Vale, Jane Roe, who skated, said so.", "apposition", "say"),
        ("Jane Roe's dog said so.", "none", ""),
        ("Jane Roe in the end.", "none", ""),
    ],
)
def test_a_subject_has_its_verb_behind_it(line, bond, lemma):
    verb, _ = verbs(line, "Jane")
    assert (verb.bond, verb.lemma) == (bond, lemma)


@pytest.mark.parametrize(
    ("line", "bond", "lemma"),
    [
        ('"It froze," said Roe.', "inverted", "say"),
        ('"It froze," added the bureau chief Roe.', "inverted-far", "add"),
        ('"It froze," he thought of Roe.', "none", ""),
        ('Jane Vale said Roe "has never skated".', "none", ""),
    ],
)
def test_a_verb_may_stand_before_its_subject(line, bond, lemma):
    _, verb = verbs(line, "Roe")
    assert (verb.bond, verb.lemma) == (bond, lemma)
