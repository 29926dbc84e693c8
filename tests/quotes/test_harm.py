"""In which order curators see the quotes."""

from dataclasses import replace

from quotes.harm import LEAST, NAMED, UNNAMED, Standing, harm, weight

SHAKY = Standing(weight=NAMED, sources=1, confidence=0.5, reasons=frozenset(), reports=0)


def ordered(*standings):
    return sorted(standings, key=harm, reverse=True)


def test_harm_is_prominence_times_doubt():
    assert harm(SHAKY) == 0.5
    assert harm(replace(SHAKY, sources=4)) == 1.5
    assert harm(replace(SHAKY, weight=UNNAMED)) == 0.2


def test_a_report_goes_before_any_doubt():
    worst = replace(SHAKY, sources=200, confidence=0)
    reported = replace(SHAKY, weight=UNNAMED, confidence=0.99, reports=1)

    assert ordered(worst, reported) == [reported, worst]


def test_an_ambiguous_surname_raises_the_doubt_up_to_certainty():
    ambiguous = replace(SHAKY, reasons=frozenset({"ambiguous surname"}))

    assert ordered(SHAKY, ambiguous) == [ambiguous, SHAKY]
    assert harm(replace(ambiguous, confidence=0)) == 1


def test_what_the_engine_is_sure_of_still_stands_in_the_queue():
    assert harm(replace(SHAKY, confidence=1.0)) == LEAST


def test_weight_tells_known_people_from_the_unnamed():
    kinds = [
        weight("person", is_known=True, is_local=False),
        weight("person", is_known=False, is_local=False),
        weight("organisation", is_known=False, is_local=False),
        weight(None, is_known=False, is_local=False),
        weight("unnamed", is_known=False, is_local=True),
    ]

    assert kinds == sorted(kinds, reverse=True)
    assert weight("person", is_known=False, is_local=True) == weight("unnamed", is_known=False, is_local=True)
