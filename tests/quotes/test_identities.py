"""Merging and splitting speakers by hand, and undoing it to the letter."""

import pytest

from quotes.errors import DecisionError
from quotes.grouping import regroup
from quotes.identities import merge_speakers, split_speaker
from quotes.models import Duplicate, Occurrence, Quote, Speaker
from quotes.moves import undo
from quotes.record import record_quotes
from quotes.speakers import NamedSource, resolve_speaker
from tests.quotes.rows import make_article, make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db

QUOTE_FIELDS = ("pk", "speaker", "status", "reason", "merged_into", "sources")
WORDS = "The nets were empty again this morning"


def state():
    """Everything that a move may change."""
    return (
        list(Occurrence.objects.order_by("pk").values("pk", "quote", "speaker", "speaker_name", "locked")),
        list(
            Quote.objects.order_by("pk").values("pk", "speaker", "status", "reason", "merged_into", "sources")
        ),
        list(Speaker.objects.order_by("pk").values("pk", "merged_into", "aliases__name", "roles__text")),
    )


def bill_and_william():
    return [resolve_speaker(NamedSource(name), make_article()) for name in ("Bill Wren", "William Wren")]


def test_merge_moves_names_roles_quotes_and_address():
    absorbed, kept = bill_and_william()
    absorbed.roles.create(text="the harbour master")
    occurrence = make_occurrence(WORDS, speaker=absorbed)

    merge_speakers(absorbed, kept)

    occurrence.refresh_from_db()
    assert (occurrence.speaker, occurrence.quote.speaker) == (kept, kept)
    assert resolve_speaker(NamedSource("Bill Wren"), make_article()) == kept
    assert Speaker.objects.get(slug="bill-wren").standing == kept
    assert [role.text for role in kept.roles.all()] == ["the harbour master"]


def test_merge_joins_quotes_of_the_same_words():
    speakers = bill_and_william()
    regroup([make_occurrence(WORDS, speaker=speaker) for speaker in speakers])

    merge_speakers(*speakers)

    assert Quote.objects.get(merged_into=None).sources == 2


def test_merge_keeps_what_a_person_decided_on_a_quote():
    absorbed, kept = bill_and_william()
    regroup([make_occurrence(WORDS, speaker=speaker) for speaker in (absorbed, kept)])
    quote = Quote.objects.get(speaker=absorbed)
    quote.status, quote.locked = "disputed", ["status"]
    quote.save()

    merge_speakers(absorbed, kept)

    quote.refresh_from_db()
    assert (quote.speaker, quote.status, quote.merged_into) == (kept, "disputed", None)
    assert quote.occurrences.count() == 1


def test_undone_merge_leaves_everything_as_it_was():
    absorbed, kept = bill_and_william()
    absorbed.roles.create(text="the harbour master")
    regroup([make_occurrence(WORDS, speaker=absorbed), make_occurrence(WORDS, speaker=kept)])
    regroup([make_occurrence("Nobody had seen the boat since May", speaker=absorbed)])
    before = state()

    undone = undo(merge_speakers(absorbed, kept))

    assert (undone.back, undone.left) == (2, 0)
    assert state() == before


def test_undo_leaves_what_was_moved_again_since():
    absorbed, kept = bill_and_william()
    occurrence = make_occurrence(WORDS, speaker=absorbed)
    move = merge_speakers(absorbed, kept)
    occurrence.refresh_from_db()
    split_speaker([occurrence], "Wim Wren")

    undone = undo(move)

    occurrence.refresh_from_db()
    assert (undone.back, undone.left) == (0, 1)
    assert occurrence.speaker.name == "Wim Wren"


def test_undoing_twice_is_refused():
    move = merge_speakers(*bill_and_william())
    undo(move)

    with pytest.raises(DecisionError):
        undo(move)


def test_merging_twice_is_refused():
    one, other = bill_and_william()
    merge_speakers(one, other)

    with pytest.raises(DecisionError, match="one speaker already"):
        merge_speakers(one, other)


def test_speakers_whom_wikidata_tells_apart_are_not_merged():
    one, other = make_speaker(wikidata="Q1"), make_speaker(wikidata="Q2")

    with pytest.raises(DecisionError, match="two people"):
        merge_speakers(one, other)


def test_proposal_of_two_who_are_merged_is_settled_until_it_is_undone():
    kept, absorbed, third = (make_speaker(name) for name in ("Amara Osei", "A. Osei", "Amara Osey"))
    pair, other = (
        Duplicate.objects.create(first=one, second=two, score=95)
        for one, two in ((kept, absorbed), (kept, third))
    )

    move = merge_speakers(absorbed, kept)
    assert [row.state for row in Duplicate.objects.order_by("pk")] == ["merged", "open"]

    undo(move)
    assert [row.state for row in Duplicate.objects.order_by("pk")] == ["open", "open"]
    assert (pair.pk, other.pk) == tuple(Duplicate.objects.order_by("pk").values_list("pk", flat=True))


def test_speaker_made_by_a_split_that_is_undone_leads_to_the_former():
    speaker = make_speaker("Amara Osei")
    chosen, _ = (make_occurrence(words, speaker=speaker) for words in ("It rained all day", "It snowed"))

    move = split_speaker([chosen], "Wim Wren")
    undo(move)

    made = Speaker.objects.get(name="Wim Wren")
    assert (made.merged_into, made.aliases.count()) == (speaker, 0)


def test_speaker_made_by_a_split_stays_where_more_was_given_to_them_since():
    speaker = make_speaker("Amara Osei")
    chosen, later, _ = (make_occurrence(words, speaker=speaker) for words in ("It rained", "It froze", "No"))
    move = split_speaker([chosen], "Wim Wren")
    split_speaker([later], move.speaker)

    undo(move)

    made = Speaker.objects.get(name="Wim Wren")
    assert (made.merged_into, [row.exact for row in made.occurrences.all()]) == (None, ["It froze"])


def test_split_moves_the_chosen_printings_for_good():
    speaker = make_speaker()
    chosen, other = make_occurrence(WORDS, speaker=speaker), make_occurrence("It rained", speaker=speaker)

    move = split_speaker([chosen], "Amara Osei")

    chosen.refresh_from_db()
    other.refresh_from_db()
    assert (chosen.speaker, chosen.quote.speaker, chosen.locked) == (move.speaker, move.speaker, ["speaker"])
    assert (other.speaker, move.speaker.name, move.speaker.slug) == (speaker, "Amara Osei", "amara-osei")


def test_undone_split_leaves_everything_as_it_was():
    speaker, target = make_speaker(), make_speaker("Kwame Lind")
    words = [WORDS, "It rained all day in the hills"]
    occurrences = [make_occurrence(w, speaker=speaker) for w in words]
    occurrences.append(make_occurrence(WORDS, speaker=speaker, quote=occurrences[0].quote))
    regroup(occurrences)
    before = state()

    undo(split_speaker([occurrences[0], occurrences[1]], target))

    assert state()[0] == before[0]
    assert state()[2] == before[2]
    assert Quote.objects.filter(merged_into=None, speaker=speaker).count() == 2
    assert not Quote.objects.filter(merged_into=None, speaker=target).exists()


@pytest.mark.parametrize("target", ["same", "mixed"])
def test_split_refuses_what_makes_no_sense(target):
    speaker = make_speaker()
    chosen = [make_occurrence(WORDS, speaker=speaker)]
    chosen += [make_occurrence("It rained", speaker=make_speaker("Kwame Lind"))] * (target == "mixed")

    with pytest.raises(DecisionError):
        split_speaker(chosen, speaker)


def test_a_name_counts_within_its_dates_only():
    speaker = make_speaker("Amara Osei")
    speaker.aliases.create(name="Amara Stern", valid_from="2027-01-01")

    assert resolve_speaker(NamedSource("Amara Stern"), make_article()) != speaker


def test_extraction_leaves_a_split_printing_with_its_speaker():
    speaker = make_speaker()
    reading = make_reading(f"“{WORDS},” Amara Osei said.")
    occurrence = make_occurrence(WORDS, speaker=speaker, reading=reading)
    move = split_speaker([occurrence], "Amara Osei")

    record_quotes(reading)

    occurrence.refresh_from_db()
    assert occurrence.speaker == move.speaker
