"""Curators' decisions: carried out whole or not at all, recorded, and kept by everything that comes later."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from quotes.decisions import Choice, decide, decide_many, seen_of
from quotes.errors import BoundaryError, ReasonMissingError, StaleError
from quotes.models import Decision, Occurrence, Quote, ReviewItem
from quotes.ranking import rank
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(django_user_model):
    return django_user_model.objects.create_user("amara", is_staff=True)


@pytest.fixture
def printed():
    occurrence = make_occurrence(speaker=make_speaker())
    ReviewItem.objects.create(occurrence=occurrence, reason="close runner-up", reporter="engine")
    rank([occurrence.quote_id])
    return occurrence


def choose(curator, occurrence, kind, **what) -> Decision:
    decision = decide(seen_of(occurrence), Choice(kind, **what), curator)
    occurrence.refresh_from_db()
    occurrence.quote.refresh_from_db()
    return decision


def test_confirming_settles_the_quote_and_closes_its_items(curator, printed):
    choose(curator, printed, "confirm")

    assert (printed.review, printed.quote.status, printed.quote.harm) == ("confirmed", "confirmed", 0)
    assert printed.quote.locked == ["kind", "speaker", "status", "text"]
    item = ReviewItem.objects.get()
    assert (item.state, item.decided_by) == ("done", curator)


def test_rejecting_hides_every_printing(curator, printed):
    other = make_occurrence(speaker=printed.speaker, quote=printed.quote)

    choose(curator, printed, "reject", why="a film's title")

    other.refresh_from_db()
    assert (printed.review, other.review, printed.quote.status) == ("rejected", "rejected", "rejected")
    assert not Quote.objects.public().filter(pk=printed.quote_id).exists()


def test_another_speaker_is_given_to_all_undecided_printings(curator):
    words = "The ferry will sail again before the first snow falls"
    printed = make_occurrence(words, speaker=make_speaker())
    other = make_occurrence(words, speaker=printed.speaker, quote=printed.quote)
    speaker = make_speaker("Kwame Lind")

    choose(curator, printed, "speaker", speaker=speaker)

    other.refresh_from_db()
    assert (printed.speaker, printed.speaker_name, printed.review) == (speaker, "Kwame Lind", "confirmed")
    assert (other.speaker, other.quote) == (speaker, printed.quote)
    assert (printed.quote.speaker, printed.quote.status) == (speaker, "confirmed")


def test_nobody_can_tell_is_a_decision_too(curator, printed):
    choose(curator, printed, "speaker", speaker=None)

    assert (printed.speaker, printed.quote.speaker, printed.quote.status) == (None, None, "confirmed")


def test_boundaries_stay_verbatim_and_the_quote_follows(curator):
    reading = make_reading("“It rained on the nets, and then it snowed,” Amara Osei said.")
    printed = make_occurrence("It rained on the nets", speaker=make_speaker(), reading=reading)

    choose(curator, printed, "boundaries", words="It rained on the nets, and then it snowed,")

    assert reading.text[printed.start : printed.end] == "It rained on the nets, and then it snowed,"
    assert (printed.exact, printed.quote.text) == ("It rained on the nets, and then it snowed,",) * 2
    assert (printed.prefix, printed.suffix[:6]) == ("“", "” Amar")
    assert printed.quote.status == "unreviewed"


def test_boundaries_that_are_not_in_the_article_change_nothing(curator, printed):
    with pytest.raises(BoundaryError, match="do not stand in the article"):
        choose(curator, printed, "boundaries", words="It snowed")

    printed.refresh_from_db()
    assert (printed.exact, Decision.objects.count()) == ("It rained", 0)


def test_boundaries_of_another_quote_are_refused(curator):
    reading = make_reading("“It rained on the nets,” Amara Osei said.")
    make_occurrence("It rained", reading=reading)
    printed = make_occurrence("on the nets", reading=reading)

    with pytest.raises(BoundaryError, match="Another quote"):
        choose(curator, printed, "boundaries", words="It rained")


def test_dispute_tells_readers_why(curator, printed):
    choose(curator, printed, "dispute", why="She denies it.")

    assert (printed.quote.status, printed.quote.reason) == ("disputed", "She denies it.")
    assert "reason" in printed.quote.locked


@pytest.mark.parametrize("kind", ["dispute", "note"])
def test_reason_is_asked_for(kind, curator, printed):
    with pytest.raises(ReasonMissingError):
        choose(curator, printed, kind, why=" ")


def test_note_changes_nothing_else(curator, printed):
    before = Quote.objects.values().get(pk=printed.quote_id)

    decision = choose(curator, printed, "note", why="ask the agency")

    assert Quote.objects.values().get(pk=printed.quote_id) == before
    assert (decision.why, decision.changes) == ("ask the agency", [])


def test_second_curator_is_told_and_nothing_is_lost(curator, printed, django_user_model):
    seen = seen_of(printed)
    decide(seen, Choice("confirm"), django_user_model.objects.create_user("kwame"))

    with pytest.raises(StaleError, match="kwame has decided on this quote meanwhile"):
        decide(seen, Choice("reject"), curator)
    printed.refresh_from_db()
    assert printed.review == "confirmed"


def test_second_curator_is_told_the_hour_in_their_zone(curator, printed):
    seen = seen_of(printed)
    decision = decide(seen, Choice("confirm"), curator)
    Decision.objects.filter(pk=decision.pk).update(at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC))

    with timezone.override("Asia/Tokyo"), pytest.raises(StaleError, match=r"\(confirmed, 08:30\)"):
        decide(seen, Choice("reject"), curator)


def test_what_was_read_anew_meanwhile_is_looked_at_again(curator, printed):
    seen = seen_of(printed)
    printed.speaker = make_speaker("Kwame Lind")
    printed.save()

    with pytest.raises(StaleError, match="has read this article anew"):
        decide(seen, Choice("confirm"), curator)


def test_what_is_gone_is_told(curator, printed):
    seen = seen_of(printed)
    Occurrence.objects.all().delete()

    with pytest.raises(StaleError, match="no longer in the archive"):
        decide(seen, Choice("confirm"), curator)


def test_many_are_decided_each_by_itself(curator):
    printings = [make_occurrence(speaker=make_speaker(f"Amara Osei {number}")) for number in range(3)]
    seen = [seen_of(printed) for printed in printings]
    choose(curator, printings[1], "reject")

    made, failed = decide_many(seen, Choice("confirm"), curator)

    assert [decision.occurrence for decision in made] == [printings[0], printings[2]]
    assert len({decision.batch for decision in made}) == 1
    assert [type(error) for error in failed] == [StaleError]


def test_decision_is_in_the_history_with_its_reason(curator, printed):
    choose(curator, printed, "reject", why="a title")

    newest = printed.quote.history.latest("history_id")
    assert (newest.history_user, newest.history_change_reason, newest.status) == (
        curator,
        "reject: a title",
        "rejected",
    )
