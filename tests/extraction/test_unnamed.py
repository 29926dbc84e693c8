import pytest

from quotes.extraction.unnamed import antecedent, first_described

from .articles import scene


def words(made, index):
    mention = made.mentions[index]
    return " ".join(made.outline.words[mention.first : mention.last])


def find(made, text):
    return [i for i in range(len(made.mentions)) if words(made, i) == text][-1]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("A pilot of the port waved. The pilot left.", "The pilot", "A pilot"),
        ("Two pilots waved. The pilots left.", "The pilots", "Two pilots"),
        ("A pilot waved. The old pilot left.", "The old pilot", "The old pilot"),
        ("A nurse waved. The pilot left.", "The pilot", "The pilot"),
        ("His pilot waved. The pilot left.", "The pilot", "The pilot"),
    ],
)
def test_a_definite_phrase_means_whoever_was_so_introduced(text, phrase, expected):
    made = scene(text)
    assert words(made, first_described(made, find(made, phrase))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A pilot saw it. She waved.", "A pilot"),
        ("A woman saw a pilot. She waved.", "A woman"),
        ("A fisherman saw it. She waved.", None),
        ("Some pilots saw it. She waved.", None),
        ("A pilot saw it. It froze. It thawed. She waved.", None),
    ],
)
def test_a_pronoun_means_the_unnamed_subject_before_it(text, expected):
    made = scene(text)
    found = antecedent(made, find(made, "She"))
    assert (words(made, found) if found >= 0 else None) == expected
