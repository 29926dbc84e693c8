import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.search.words import joined_forms, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Free SPEECH, please!", ["free", "speech", "please"]),
        ("Café Ångström łódź Straße", ["cafe", "angstrom", "lodz", "strasse"]),
        ("naı̈ve cafe\u0301", ["naive", "cafe"]),
        ("Don't o’clock", ["don", "t", "o", "clock"]),
        ("well-known e‑mail", ["well", "known", "e", "mail"]),
        ("1,000,000 and 1.000.000", ["1000000", "and", "1000000"]),
        ("3.5% or 3,5", ["3.5", "or", "3.5"]),
        ("1.234.567,89 or 1,234,567.89", ["1234567.89", "or", "1234567.89"]),
        ("U.S. and U.S.A. at 9 a.m.", ["us", "and", "usa", "at", "9", "am"]),
        ("in 2024-25, COVID-19", ["in", "2024", "25", "covid", "19"]),
        ("snake_case _stressed_", ["snake", "case", "stressed"]),
        ("AIが大好き", ["ai", "が", "大", "好", "き"]),
        ("한국어 हिन्दी", ["한국어", "हिन्दी"]),
        ("Всё ещё й", ["все", "еще", "й"]),
        ("... — !", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an e-mail", ["email"]),
        ("O’Neil’s Covid-19", ["oneil", "covid19"]),
        ("Zuckerberg's plan", []),
        ("2024-25", []),
        ("a-b-c-d-e", []),
        ("rock -- roll", []),
        ("C++, e-mail and F#.", ["c++", "f#", "email"]),
        ("e-mail/well-known", ["email", "wellknown"]),
        ("1++ ab++ c+++ #1 #tag a#b", []),
    ],
)
def test_joined_forms(text, expected):
    assert joined_forms(text) == expected


@given(st.text(max_size=200))
def test_words_are_those_of_the_tokens(text):
    assert words(text) == [part for token in tokens(text) for part in token.word.split()]


@given(st.text(alphabet="aé.,1'’-_ が\u0301U", max_size=60))
def test_words_are_those_of_the_tokens_where_rules_meet(text):
    assert words(text) == [token.word for token in tokens(text)]


@given(st.text(max_size=200))
def test_tokens_stand_in_rising_order_within_the_text(text):
    edges = [edge for token in tokens(text) for edge in (token.start, token.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@given(st.text(max_size=100))
@example("0\U0002f800")
@example("a\uff76")
def test_words_of_words_are_the_same_words(text):
    once = words(text)
    assert words(" ".join(once)) == once


@pytest.mark.parametrize(
    ("text", "number"),
    [("a." * 50_000, 1), ("1," * 50_000 + "x", 2), ("a-" * 50_000, 50_000), ("\u0301" * 100_000, 0)],
)
def test_words_of_a_hostile_text_take_linear_time(text, number):
    assert len(words(text)) == number  # in quadratic time this would not come to an end
    assert joined_forms(text) == []
