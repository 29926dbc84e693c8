import pytest

from quotes.models import Quote
from quotes.search import check_sentence
from tests.quotes.rows import make_occurrence

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]

SAID = "We will not close the harbour before the winter’s end"


@pytest.fixture
def quote():
    make_occurrence("The winter was long and the harbour was closed")
    return make_occurrence(SAID).quote


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (SAID, "exact"),
        ("we will not close the harbour, before the winter's end!", "exact"),
        ("close the harbour before", "part"),
        ("He said: We will not close the harbour before the winter’s end. Then he left.", "contains"),
        ("We will never close the harbour before the winter’s end", "near"),
        ("We will close the harbour before winter’s end", "near"),
        ("He told us on Monday at noon: We will not shut the harbour before the winter’s end", "near"),
        ("We will not close … winter’s end", "near"),
        ("We will not [...] before the winter’s end", "near"),
        ("the winter’s end … We will not", "none"),
        ("We … end", "none"),
        ("We will not sell the ferries before the budget and the debate", "none"),
        ("The budget is balanced", "none"),
        ("the", "none"),
        ("", "none"),
        ("\x00\ud800 \x00", "none"),
        ("word " * 200_000, "none"),
    ],
)
def test_check_sentence(quote, text, verdict):
    check = check_sentence(text)
    assert check.verdict == verdict
    assert [match.quote_id for match in check.matches] == ([] if verdict == "none" else [quote.pk])


def test_check_sentence_shows_the_difference(quote):
    (match,) = check_sentence("We will never close the harbor before the winter’s end").matches
    assert match.difference == (
        ("same", "We will"),
        ("added", "never"),
        ("missing", "not"),
        ("same", "close the"),
        ("added", "harbor"),
        ("missing", "harbour"),
        ("same", "before the winter’s end"),
    )


def test_check_sentence_shows_what_an_ellipsis_leaves_out(quote):
    (match,) = check_sentence("We will … before the winter’s end").matches
    assert match.difference == (
        ("same", "We will"),
        ("missing", "not close the harbour"),
        ("same", "before the winter’s end"),
    )


def test_check_sentence_comes_near_a_part_of_a_longer_quote():
    words = (
        "At dawn the moon made a cup of tea in Tidewell. That is all I have wanted to say for eleven years."
    )
    quote = make_occurrence(words).quote
    (match,) = check_sentence("At dawn the moon made a cup of coffee in Tidewell").matches
    assert (match.quote_id, match.kind, round(match.likeness, 2)) == (quote.pk, "near", 0.91)
    assert match.difference == (
        ("same", "At dawn the moon made a cup of"),
        ("added", "coffee"),
        ("missing", "tea"),
        ("same", "in Tidewell"),
    )


def test_check_sentence_prefers_the_same_words():
    longer = make_occurrence("I say it again: it rained all night long").quote
    same = make_occurrence("It rained all night").quote
    check = check_sentence("It rained all night")
    assert [(match.quote_id, match.kind) for match in check.matches] == [
        (same.pk, "exact"),
        (longer.pk, "part"),
    ]


@pytest.mark.parametrize("change", [{"kind": "indirect"}, {"status": "withdrawn"}])
def test_check_sentence_shows_public_quotes_only(quote, change):
    for name, value in change.items():
        setattr(quote, name, value)
    quote.save()
    assert check_sentence(SAID).verdict == "none"


def test_check_sentence_without_an_index(settings, tmp_path):
    settings.INDEX_DIR = tmp_path / "elsewhere"
    assert check_sentence(SAID).problem == "The search index is being built. Please try again in a moment."
    assert not Quote.objects.exists()
