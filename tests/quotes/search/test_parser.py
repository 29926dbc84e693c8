from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.search.nodes import And, Near, Not, OfKind, On, Or, Phrase, Prefix, Printed, SaidBy, Word, demands
from quotes.search.parser import MOST_TERMS, parse


def word(*parts, joined=""):
    return Word(parts, joined)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("   ", None),
        ("speech", word("speech")),
        ("free speech", And((word("free"), word("speech")))),
        ('"Free speech"', Phrase(("free", "speech"))),
        ("“free speech”", Phrase(("free", "speech"))),
        ('"free speech', Phrase(("free", "speech"))),
        ("tax OR levy", Or((word("tax"), word("levy")))),
        ("tax | levy", Or((word("tax"), word("levy")))),
        ("a OR b OR c d", And((Or((word("a"), word("b"), word("c"))), word("d")))),
        ("(tax OR levy) now", And((Or((word("tax"), word("levy"))), word("now")))),
        ("(tax cut) OR levy", Or((And((word("tax"), word("cut"))), word("levy")))),
        ("now (tax OR (big levy))", And((word("now"), Or((word("tax"), And((word("big"), word("levy")))))))),
        ("(a OR b OR c) OR d", Or((word("a"), word("b"), word("c"), word("d")))),
        ("((a b) (c))", And((word("a"), word("b"), word("c")))),
        ("now -(tax OR levy)", And((word("now"), Not(word("tax")), Not(word("levy"))))),
        ("NOT (tax levy)", Not(And((word("tax"), word("levy"))))),
        ("-(-(tax))", word("tax")),
        ("（tax levy）OR now", Or((And((word("tax"), word("levy"))), word("now")))),
        (
            '(speaker:"jane doe" OR "tax cut")',
            Or((SaidBy(("jane", "doe"), "jane doe"), Phrase(("tax", "cut")))),
        ),
        ("(tax (levy", And((word("tax"), word("levy")))),
        ("tax) levy", And((word("tax"), word("levy")))),
        ("()(()) ( -( OR ))", None),
        ("word(s)", word("word")),
        ("(s)he", word("s", "he")),
        ("tax AND levy", And((word("tax"), word("levy")))),
        ("tax or levy", And((word("tax"), word("or"), word("levy")))),
        ("tax -levy", And((word("tax"), Not(word("levy"))))),
        ("tax NOT levy", And((word("tax"), Not(word("levy"))))),
        ("-levy", Not(word("levy"))),
        ("econom*", Prefix("econom")),
        ("e*", word("e")),
        ("*", None),
        ("e-mail", word("e", "mail", joined="email")),
        ("Zuckerberg's", word("zuckerberg")),
        ("and/or", word("and", "or")),
        ("speaker:doe", SaidBy(("doe",), "doe")),
        ('Speaker:"Jane Doe"', SaidBy(("jane", "doe"), "jane doe")),
        ("speaker:jane-doe", SaidBy(("jane", "doe"), "jane-doe")),
        ("-speaker:doe", Not(SaidBy(("doe",), "doe"))),
        ("outlet:Herald", Printed("herald")),
        ("before:2020", Printed(until=date(2019, 12, 31))),
        ("after:2019-06", Printed(since=date(2019, 6, 1))),
        ("after:2019-06-05 before:2019-06-07", Printed("", date(2019, 6, 5), date(2019, 6, 6))),
        ("kind:indirect", OfKind("indirect")),
        ("context:budget", Near(word("budget"))),
        ('context:"tax cut"', Near(Phrase(("tax", "cut")))),
        ("before:soon", word("before", "soon")),
        ("kind:odd", word("kind", "odd")),
        ("before:0001", word("before", "0001")),
        ("before:2019-13", word("before", "2019", "13")),
        ("OR", None),
        ("OR AND NOT -", None),
        ("a OR", word("a")),
        ("OR a", word("a")),
        ("speaker:", word("speaker")),
        ("topic:", word("topic")),
        ("topic:Local-Politics", On(("local", "politics"), "local-politics")),
        ("C++", word("c++")),
        ("(F#)", word("f#")),
        ("#1", word("1")),
        ("O'Neil", word("o", "neil", joined="oneil")),
    ],
)
def test_parse(text, expected):
    assert parse(text).node == expected


def test_parse_outlet_and_dates_as_one_printing():
    day = date(2020, 1, 1)
    assert parse("outlet:herald after:2020").node == Printed("herald", day)
    assert parse("outlet:a OR outlet:b after:2020").node == And(
        (Or((Printed("a", day), Printed("b", day))), Printed("", day))
    )
    assert parse("((outlet:a tax) OR levy) after:2020").node == And(
        (Or((And((word("tax"), Printed("a", day))), word("levy"))), Printed("", day))
    )
    assert parse("outlet:a outlet:b after:2020").node == And((Printed("a", day), Printed("b", day)))


X_A_OR_B = [("x", False, False, "a OR b"), ("a", False, False, "x b"), ("b", False, True, "x a")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'tax -levy "free speech"',
            [
                ("words", "tax", False, False, '-levy "free speech"'),
                ("words", "levy", True, False, 'tax "free speech"'),
                ("phrase", "free speech", False, False, "tax -levy"),
            ],
        ),
        ("a OR b", [("words", "a", False, False, "b"), ("words", "b", False, True, "a")]),
        ("NOT a", [("words", "a", True, False, "")]),
        ("x a OR b", [("words", *rest) for rest in X_A_OR_B]),
        (
            "(a b) OR -(c d)",
            [("group", "(a b)", False, False, "-(c d)"), ("group", "(c d)", True, True, "(a b)")],
        ),
        ('topic:"the sea"', [("topic", "the sea", False, False, "")]),
        ("speaker:doe", [("speaker", "doe", False, False, "")]),
        ("before:soon", [("words", "before:soon", False, False, "")]),
        ("... x", [("words", "x", False, False, "")]),
    ],
)
def test_parse_terms(text, expected):
    terms = parse(text).terms
    assert [(t.field, t.text, t.negated, t.alternative, t.without) for t in terms] == expected


@given(st.text())
def test_parse_never_fails(text):
    parse(text)


OPERATORS = [
    "OR",
    "AND",
    "NOT",
    "-",
    '"',
    "speaker:",
    "outlet:",
    "topic:",
    "before:",
    "after:2020",
    "*",
    "(",
    "-(",
    ")",
    "a",
    "é",
    ":",
    "\x00",
]


@given(st.lists(st.sampled_from([*OPERATORS, " ", "\x00", "\ud800"]), max_size=30).map("".join))
def test_parse_of_operators_never_fails(text):
    parse(text)


@given(st.lists(st.sampled_from(["a", "OR", "-b", '"c d"', "e*", "speaker:f", "(", "-(", ")"]), max_size=8))
def test_without_a_term_the_others_are_left(pieces):
    parsed = parse(" ".join(pieces))
    for place, term in enumerate(parsed.terms):
        left = [(t.field, t.text, t.negated) for t in parse(term.without).terms]
        others = parsed.terms[:place] + parsed.terms[place + 1 :]
        assert left == [(t.field, t.text, t.negated) for t in others]


def test_parse_of_a_megabyte_reads_its_beginning():
    parsed = parse("word " * 200_000)
    assert len(parsed.terms) == MOST_TERMS


def test_demands_are_leaves_that_are_not_negated():
    node = parse("a OR b -c context:d").node
    assert demands(node) == [word("a"), word("b"), Near(word("d"))]
