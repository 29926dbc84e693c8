"""Every decision can be taken back, unless somebody has changed the same since."""

import pytest

from quotes.decisions import Choice, decide, decide_many, seen_of, undo, undo_last
from quotes.errors import UndoError
from quotes.grouping import refresh
from quotes.models import Decision, Occurrence, Quote, ReviewItem
from quotes.ranking import rank
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db

WORDS = "The ferry will sail again before the first snow falls"


@pytest.fixture
def curator(django_user_model):
    return django_user_model.objects.create_user("amara", is_staff=True)


@pytest.fixture
def printed():
    reading = make_reading(f"“{WORDS}, they say,” Amara Osei said.")
    occurrence = make_occurrence(WORDS, speaker=make_speaker(), reading=reading)
    ReviewItem.objects.create(occurrence=occurrence, reason="close runner-up", reporter="engine")
    refresh([occurrence.quote])
    rank([occurrence.quote_id])
    return occurrence


def rows():
    """What readers and curators see, but for when it was last saved."""
    quotes = Quote.objects.filter(merged_into=None).order_by("pk").values()
    items = ReviewItem.objects.order_by("pk").values("state", "decided_by")
    shown = [{name: value for name, value in quote.items() if name != "updated_at"} for quote in quotes]
    return shown, list(Occurrence.objects.order_by("pk").values()), list(items)


CHOICES = {
    "confirm": {},
    "reject": {"why": "a title"},
    "speaker": {},
    "boundaries": {"words": f"{WORDS}, they say,"},
    "dispute": {"why": "She denies it."},
    "note": {"why": "ask the agency"},
}


@pytest.mark.parametrize("kind", CHOICES)
def test_undoing_brings_every_row_back(kind, curator, printed):
    rank([printed.quote_id])
    before = rows()
    speaker = make_speaker("Kwame Lind") if kind == "speaker" else None
    decision = decide(seen_of(printed), Choice(kind, speaker=speaker, **CHOICES[kind]), curator)
    assert kind == "note" or rows() != before

    assert undo_last(curator) == [decision]

    assert rows() == before
    assert Decision.objects.get().undone_by == curator


def test_undoing_takes_a_quote_out_of_the_one_it_joined(curator, printed):
    speaker = make_speaker("Kwame Lind")
    theirs = make_occurrence(WORDS, speaker=speaker)
    other = make_occurrence(WORDS, speaker=printed.speaker, quote=printed.quote)
    rank([printed.quote_id, theirs.quote_id])
    decide(seen_of(printed), Choice("speaker", speaker=speaker), curator)
    printed.refresh_from_db()

    undo_last(curator)

    for occurrence in (printed, other, theirs):
        occurrence.refresh_from_db()
    assert printed.quote == other.quote != theirs.quote
    assert (printed.quote.merged_into, theirs.quote.status, theirs.quote.sources) == (None, "unreviewed", 1)


def test_undo_is_refused_where_somebody_has_changed_it_since(curator, printed, django_user_model):
    first = decide(seen_of(printed), Choice("dispute", why="She denies it."), curator)
    printed.refresh_from_db()
    other = django_user_model.objects.create_user("kwame")
    decide(seen_of(Occurrence.objects.get(pk=printed.pk)), Choice("confirm"), other)

    with pytest.raises(UndoError, match="has been changed since"):
        undo(first, curator)
    assert Quote.objects.get().status == "confirmed"


def test_undo_twice_is_refused(curator, printed):
    decision = decide(seen_of(printed), Choice("confirm"), curator)
    undo(decision, curator)

    with pytest.raises(UndoError, match="undone already"):
        undo(decision, curator)
    with pytest.raises(UndoError, match="decided nothing"):
        undo_last(curator)


def test_undo_takes_back_a_whole_batch(curator):
    printings = [make_occurrence(speaker=make_speaker(f"Amara Osei {number}")) for number in range(3)]
    decide_many([seen_of(printed) for printed in printings], Choice("confirm"), curator)

    assert len(undo_last(curator)) == 3

    assert set(Quote.objects.values_list("status", flat=True)) == {"unreviewed"}


def test_undone_quote_that_had_been_left_is_the_one_to_look_at(curator):
    amara = make_speaker()
    words = "The ferry will be mended before the first snow falls"
    first = make_occurrence(words, speaker=amara)
    make_occurrence(words, speaker=amara, quote=first.quote)
    decide(seen_of(first), Choice("speaker", speaker=make_speaker("Kwame Lind")), curator)
    assert Quote.objects.get(pk=first.quote_id).merged_into is not None

    [undone] = undo_last(curator)

    assert (undone.quote.merged_into, undone.quote.occurrences.count()) == (None, 2)
