import pytest

from quotes.search.stems import base_language, stem, stems


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [("running", "en", "run"), ("hausern", "de", "haus"), ("running", "", "running"), ("が", "en", "が")],
)
def test_stem(word, language, expected):
    assert stem(word, language) == expected


def test_stems_are_those_of_each_word():
    assert stems(["taxes", "taxed"], "en") == ["tax", "tax"]
    assert stems(["taxes"], "") == ["taxes"]


@pytest.mark.parametrize(("tag", "expected"), [("en-GB", "en"), ("DE", "de"), ("xx", ""), ("", "")])
def test_base_language(tag, expected):
    assert base_language(tag) == expected
