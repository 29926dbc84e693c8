"""Hints at what was read otherwise than it may have been meant."""

import pytest

from quotes.search import SearchResult
from quotes.search.parser import parse
from quotes.views.hints import hints


def beginnings(text: str) -> list[str]:
    return [hint[:28] for hint in hints(SearchResult(understood=list(parse(text).terms)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("before:2021 after:2019-06 kind:direct speaker:osei", []),
        ("before:nonsense", ["“before:nonsense” is read as "]),
        ("rain after:2019-13", ["“after:2019-13” is read as wo"]),
        ("-kind:foo", ["“kind:foo” is read as words: "]),
        ("speaker:% osei", ["“speaker:%” is read as a word"]),
        ("Speaker: osei", ["“Speaker:” is read as a word:"]),
        ("the speaker : it: no", []),
        ("(flat tax) OR before:never", ["“before:never” is read as words"]),
    ],
)
def test_hints(text, expected):
    assert beginnings(text) == [hint[:28] for hint in expected]
