import pytest

from .articles import only, quotes


def text(span):
    return span.text if span else None


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ('"It froze," Jane Roe said.', "said"),
        ('"It froze," explained Jane Roe.', "explained"),
        ('According to Jane Roe, the harbour "froze over in a night."', "According to"),
    ],
)
def test_the_cue_is_the_verb_or_its_like(line, cue):
    assert text(only(line).cue) == cue


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ('"It froze," said Jane Roe, the director of the bureau.', "the director of the bureau"),
        ('"It froze," said the bureau\'s director Jane Roe.', "the bureau's director"),
        ('"It froze," said Jane Roe.', None),
        ('"It froze," said Ms Roe.', None),
    ],
)
def test_the_role_is_what_the_article_calls_the_speaker(line, role):
    assert text(only(line).role) == role


def test_the_role_may_stand_in_an_earlier_paragraph():
    lines = ("Jane Roe, the harbour director, came.", '"It froze," Roe said.')
    assert text(only(*lines).role) == "the harbour director"


def test_the_occasion_is_what_it_was_said_at():
    line = '"It froze," Jane Roe said during the harbour\'s yearly press conference.'
    assert text(only(line).occasion) == "the harbour's yearly press conference"


def test_an_occasion_holds_for_what_its_speaker_says_next():
    lines = (
        "Jane Roe revealed during the harbour's third-quarter earnings call that it froze.",
        '"We had to wait for weeks," Roe said.',
    )
    assert text(only(*lines).occasion) == "the harbour's third-quarter earnings call"


def test_an_occasion_does_not_hold_for_others():
    lines = (
        "Jane Roe revealed during the yearly press conference that it froze.",
        '"We had to wait for weeks," John Doe said.',
    )
    assert only(*lines).occasion is None


def test_place_and_day_are_those_of_the_saying():
    quote = only('"It froze," Jane Roe said in Berlin on Monday.')
    assert (text(quote.place), text(quote.said_on)) == ("Berlin", "Monday")


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ('"It froze," said Jane Roe, a spokeswoman for the ministry.', "ministry"),
        ('"It froze," said Meta spokeswoman Jane Roe.', "Meta"),
        ('"It froze," said a company spokesman.', "company"),
        ('"It froze," said Jane Roe.', None),
        ('"It froze," said Ms Roe.', None),
    ],
)
def test_a_spokesperson_speaks_for_a_body(line, body):
    assert only(line).on_behalf_of == body


def test_who_passed_it_on_is_not_the_speaker():
    quote = only('Jane Roe said the harbour "froze over in a night", according to John Doe.')
    assert (quote.speaker, quote.reported_by) == ("Jane Roe", "John Doe")


def test_the_context_are_the_words_around():
    first, second = quotes('It was cold. "It froze," Jane Roe said. They left.', '"Good," said John Doe.')
    assert (text(first.before), text(first.after)) == ("It was cold.", "Jane Roe said.")
    assert text(second.before) == "They left."
