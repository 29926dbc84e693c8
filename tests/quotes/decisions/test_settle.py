"""Many quotes decided in one go, and taken back: the same rows and records as of one, in few statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotes.decisions import Choice, decide, decide_many, seen_of_many, undo_last
from quotes.errors import UndoError
from quotes.grouping import refresh
from quotes.models import Decision, IndexChange, Occurrence, Quote, ReviewItem
from tests.quotes.rows import make_occurrence, make_speaker

pytestmark = pytest.mark.django_db
SETTLING = {"confirm": "confirmed", "reject": "rejected", "dispute": "disputed"}


@pytest.fixture
def curator(django_user_model):
    return django_user_model.objects.create_user("amara", is_staff=True)


def make_printings(number: int) -> list[Occurrence]:
    """Each of a quote with an open doubt and a report."""
    made = [make_occurrence(f"The ferry {n} was late", speaker=make_speaker()) for n in range(number)]
    for printed in made:
        ReviewItem.objects.create(occurrence=printed, reason="close runner-up", reporter="engine")
        ReviewItem.objects.create(quote=printed.quote, reason="reader's report", reporter="b@c.example")
    refresh([printed.quote for printed in made])
    return made


def rows():
    return [
        list(Quote.objects.order_by("pk").values("status", "reason", "locked", "harm", "reports")),
        list(Occurrence.objects.order_by("pk").values("review", "locked")),
        list(ReviewItem.objects.order_by("pk").values("state", "decided_by")),
    ]


@pytest.mark.parametrize(("kind", "status"), SETTLING.items())
def test_many_are_decided_and_recorded_like_one(kind, status, curator):
    alone, *others = make_printings(4)
    one = decide(seen_of_many([alone])[0], Choice(kind, "asked her"), curator)

    made, stale = decide_many(seen_of_many(others), Choice(kind, "asked her"), curator)

    assert stale == []
    for decision in made:
        assert decision.quote.history.latest("pk").history_change_reason == f"{kind}: asked her"
        assert [sorted(change["fields"]) for change in decision.changes] == [
            sorted(change["fields"]) for change in one.changes
        ]
    assert set(Quote.objects.values_list("status", "harm", "reports")) == {(status, 0.0, 0)}
    assert set(ReviewItem.objects.values_list("state", "decided_by")) == {("done", curator.pk)}
    assert {item.history.count() for item in ReviewItem.objects.all()} == {2}
    assert set(IndexChange.objects.values_list("quote_id", flat=True)) >= {o.quote_id for o in others}


@pytest.mark.parametrize("kind", SETTLING)
def test_batch_is_taken_back_as_a_whole(kind, curator):
    printings = make_printings(3)
    before = rows()
    decide_many(seen_of_many(printings), Choice(kind, "asked her"), curator)
    assert rows() != before

    undone = undo_last(curator)

    assert len(undone) == 3
    assert rows() == before
    assert not Decision.objects.standing().exists()
    reasons = {p.quote.history.latest("pk").history_change_reason for p in printings}
    assert reasons == {f"undone: {Decision.Kind(kind).label}"}


def test_batch_that_was_changed_since_stays_as_a_whole(curator):
    printings = make_printings(3)
    decide_many(seen_of_many(printings), Choice("confirm"), curator)
    Quote.objects.filter(pk=printings[1].quote_id).update(status="corrected")
    before = rows()

    with pytest.raises(UndoError, match="has been changed since"):
        undo_last(curator)
    assert rows() == before


def test_number_of_statements_does_not_grow(curator):
    counts = []
    for number in (2, 6):
        seen = seen_of_many(make_printings(number))
        with CaptureQueriesContext(connection) as deciding:
            decide_many(seen, Choice("reject"), curator)
        with CaptureQueriesContext(connection) as undoing:
            undo_last(curator)
        counts.append((len(deciding), len(undoing)))

    assert counts[0] == counts[1]


def test_quote_that_is_sent_twice_is_decided_once(curator):
    [seen] = seen_of_many(make_printings(1))

    made, _ = decide_many([seen, seen], Choice("confirm"), curator)

    assert len(made) == Decision.objects.count() == 1


def test_nothing_that_stands_is_nothing_decided(curator):
    seen = seen_of_many(make_printings(2))
    decide_many(seen, Choice("confirm"), curator)

    made, stale = decide_many(seen, Choice("reject"), curator)

    assert (made, len(stale)) == ([], 2)
