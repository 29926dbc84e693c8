import pytest

from quotes.extraction.patterns import load_phrasebook
from quotes.extraction.patterns.phrasebook import patterns_of


def test_a_line_is_cut_at_its_quote_and_the_left_side_runs_away_from_it():
    assert patterns_of("SPEAKER VERB ... : QUOTE") == (((":", "...", "VERB", "SPEAKER"), ()),)


def test_commas_may_be_missing_but_those_at_a_gap_may_not():
    assert patterns_of("QUOTE, VERB SPEAKER\nSPEAKER, ... , VERB: QUOTE") == (
        ((), ("VERB", "SPEAKER")),
        ((":", "VERB", ",", "...", ",", "SPEAKER"), ()),
    )


@pytest.mark.parametrize("code", ["de", "fr", "es", "it"])
def test_every_language_knows_verbs_pronouns_and_people(code):
    book = load_phrasebook(code)
    assert {"V", "X", "H", "D", "P", "p", "b", "E"} <= set(book.letters.values())


@pytest.mark.parametrize("code", ["en", "xx", "", "../de", "first_names"])
def test_a_language_without_patterns_is_none(code):
    assert load_phrasebook(code) is None
