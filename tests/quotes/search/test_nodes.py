from datetime import date

from quotes.search.nodes import And, Not, Or, Printed, Word, conjunction, flat, printings

MARCH, JUNE = date(2020, 3, 1), date(2020, 6, 1)
WORD = Word(("tax",))


def test_conjunction_of_dates_takes_the_narrowest():
    nodes = [Printed(since=MARCH), Printed(since=JUNE), Printed(until=date(2020, 7, 1)), Printed("herald")]
    assert conjunction(nodes) == Printed("herald", JUNE, date(2020, 7, 1))


def test_conjunction_with_words_keeps_them():
    assert conjunction([WORD, Printed("herald")]) == And((WORD, Printed("herald")))


def test_conjunction_narrows_alternatives():
    alternatives = Or((Printed("herald"), WORD))
    assert conjunction([alternatives, Printed(since=JUNE)]) == And(
        (Or((Printed("herald", JUNE), WORD)), Printed(since=JUNE))
    )


def test_conjunction_leaves_negations_alone():
    assert conjunction([Not(Printed("herald")), Printed(since=JUNE)]) == And(
        (Not(Printed("herald")), Printed(since=JUNE))
    )


def test_printings_are_those_that_are_wanted():
    node = And((WORD, Not(Printed("herald")), Or((Printed("courier"), WORD))))
    assert printings(node) == [Printed("courier")]


def test_flat():
    assert flat(None) == []
    assert flat(WORD) == [WORD]
    assert flat(And((WORD, Not(WORD)))) == [WORD, Not(WORD)]
