import pytest

from quotes.extraction.agent import introduces, is_agent
from quotes.extraction.scene import Previous
from quotes.extraction.setting import setting

from .articles import scene


def those(made, test):
    quote = setting(made, made.tokens[0], Previous())
    found = (made.mentions[place] for place in range(len(made.mentions)) if test(made, quote, place))
    return [" ".join(made.outline.words[one.first : one.last]) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The rink, described by Ann Roe as "a barn", closed.', ["Ann Roe"]),
        ('The rink, dubbed "a barn" by Ann Roe, closed.', ["Ann Roe"]),
        ('Bob Doe was told by his doctor that he had "a year".', ["his doctor"]),
        (
            'Bob Doe was praised by Ann Roe, the mayor, for "real courage".',
            ["Ann Roe"],
        ),
        ('It was reported in a "hit piece" by Ann Roe.', []),
        ('Bob Doe has a book called "The Long Winter" by Ann Roe.', []),
        ('Bob Doe, standing by Ann Roe, called it "a barn".', []),
    ],
)
def test_an_agent_stands_behind_by_in_a_passive_clause(text, expected):
    assert those(scene(text), is_agent) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ann Roe hit back: "I am sitting."', ["Ann Roe"]),
        ('Ann Roe hit back, and Bob Doe said: "I am sitting."', []),
        ('Ann Roe hit back. "I am sitting."', []),
    ],
)
def test_who_acts_in_front_of_a_colon_introduces_words(text, expected):
    assert those(scene(text), introduces) == expected
