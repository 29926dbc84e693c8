"""Same quote? Pairs of utterances of one speaker, as news prints them: the decision and its precision."""

from datetime import UTC, datetime, timedelta

import pytest

from quotes.likeness import Utterance, fingerprints, normal_words, same_quote

DAY = datetime(2026, 3, 2, tzinfo=UTC)
SAME, OTHER = True, False

# first wording, second wording, days between the articles, copies of one story?, one quote?
PAIRS = [
    # The same words, as different desks set them.
    (
        "We will rebuild the harbour, stone by stone.",
        "We will rebuild the harbour, stone by stone,",
        0,
        False,
        SAME,
    ),
    (
        "It’s the best day the valley has ever had",
        "It's the best day the valley has ever had.",
        1,
        False,
        SAME,
    ),
    ("The river does not read our plans", "THE RIVER DOES NOT READ OUR PLANS", 400, False, SAME),
    (
        "Every child deserves a café, a park and a bus",
        "Every child deserves a cafe, a park and a bus",
        3,
        False,
        SAME,
    ),
    (
        "We are a small, stubborn town – and proud",
        "We are a small, stubborn town -- and proud.",
        0,
        False,
        SAME,
    ),
    ("You cannot tax the fog, I have tried it", "You cannot tax the fog. I have tried it.", 90, False, SAME),
    ("The bridge will open in May", "The bridge will open in May", 200, False, SAME),
    (
        "Nobody asked the people who mend the nets",
        "Nobody asked the people who mend the nets …",
        0,
        False,
        SAME,
    ),
    # One contains the other: a desk cuts the sentence.
    (
        "We will rebuild the harbour stone by stone",
        "We will rebuild the harbour stone by stone, and then we will sing",
        2,
        False,
        SAME,
    ),
    (
        "a machine that listens before it speaks",
        "What we wanted was a machine that listens before it speaks, not after",
        30,
        False,
        SAME,
    ),
    (
        "and then the lights went out in every street",
        "It hummed, and then the lights went out in every street",
        1,
        False,
        SAME,
    ),
    (
        "The figures are wrong, the method is wrong and the conclusion is wrong",
        "the method is wrong and the conclusion is wrong",
        700,
        False,
        SAME,
    ),
    (
        "I have never been so tired or so happy",
        "Honestly? I have never been so tired or so happy in my life.",
        5,
        False,
        SAME,
    ),
    ("the largest orchard north of the wall", "It is the largest orchard north of the wall", 0, False, SAME),
    # Small edits within a month: a filler dropped, a contraction opened, a word mended.
    (
        "We are going to look at every single one of those contracts before the summer",
        "We're going to look at every single one of those contracts before the summer",
        4,
        False,
        SAME,
    ),
    (
        "I think the council has lost the trust of the people who live along the canal",
        "The council has lost the trust of the people who live along the canal",
        1,
        False,
        SAME,
    ),
    (
        "There was a smell of smoke, um, and then the whole of the roof was simply gone",
        "There was a smell of smoke, and then the whole of the roof was simply gone",
        0,
        False,
        SAME,
    ),
    (
        "Our players gave everything they had tonight and the fans could see that from the stands",
        "Our players gave everything they had tonight and the fans could see that from their stands",
        2,
        False,
        SAME,
    ),
    (
        "It is a good deal for growers, it is a good deal for drivers, and it's a good deal for shops",
        "It's a good deal for growers, it's a good deal for drivers, and it's a good deal for shops",
        12,
        False,
        SAME,
    ),
    (
        "The committee should publish the minutes of every meeting it has held since last autumn",
        "The committee should publish minutes of every meeting it has held since last autumn",
        29,
        False,
        SAME,
    ),
    # Fragments under six words join within one article or wire group only.
    ("a very bad idea", "a very bad idea", 0, True, SAME),
    ("a very bad idea", "This is a very bad idea and everybody knows it", 0, True, SAME),
    ("stone by stone", "We will rebuild the harbour stone by stone", 1, True, SAME),
    ("deeply sorry", "deeply sorry", 0, True, SAME),
    ("a very bad idea", "a very bad idea", 0, False, OTHER),
    ("no comment", "no comment", 3, False, OTHER),
    ("very proud of the team", "I am very proud of the team and its doctors", 1, False, OTHER),
    ("absolutely delighted", "absolutely delighted", 365, False, OTHER),
    ("It was raining", "It was raining", 0, False, OTHER),
    # Like, but said again in other words: two utterances.
    ("We will open the bridge in May", "We will open the tunnel next year", 1, False, OTHER),
    (
        "We are looking forward to the season and to the new stadium",
        "We are looking forward to the winter and to a long rest",
        2,
        False,
        OTHER,
    ),
    (
        "I thank the nurses of this ward for their patience",
        "I thank the firefighters of this town for their courage",
        0,
        False,
        OTHER,
    ),
    (
        "The report is fair and I accept all of it",
        "The report is flawed and I accept none of it",
        0,
        False,
        OTHER,
    ),
    (
        "Prices will rise again before the winter comes",
        "Wages will rise again before the summer comes",
        8,
        False,
        OTHER,
    ),
    # A negation or a number makes it another sentence, however like the rest.
    (
        "The minister has read the report and the minister has accepted what it says about the dam",
        "The minister has not read the report and the minister has accepted what it says about the dam",
        0,
        False,
        OTHER,
    ),
    (
        "We expect to build 300 homes on the old railway yard by the end of the coming year",
        "We expect to build 900 homes on the old railway yard by the end of the coming year",
        1,
        False,
        OTHER,
    ),
    (
        "I can tell you that the money is there, that the plan is there and the will is there",
        "I can't tell you that the money is there, that the plan is there and the will is there",
        0,
        False,
        OTHER,
    ),
    (
        "In 2019 we lost the ferry, and with the ferry we lost the school and half of the shops",
        "In 2021 we lost the ferry, and with the ferry we lost the school and half of the shops",
        9,
        False,
        OTHER,
    ),
    # Alike, but months apart: speeches are given more than once.
    (
        "I think the council has lost the trust of the people who live along the canal",
        "I think the council had lost the trust of the people who lived along the canal",
        120,
        False,
        OTHER,
    ),
    (
        "Our players gave everything they had tonight and the fans could see that from the stands",
        "Our players gave everything they had today and the fans could see that from the seats",
        300,
        False,
        OTHER,
    ),
    # The words of the one stand in the other, but not in a row.
    (
        "the harbour will open before the festival",
        "the harbour bridge will not open long before the festival",
        0,
        False,
        OTHER,
    ),
    ("We want the school and the shop to stay", "We want the school to stay and the shop", 0, False, OTHER),
    # Within one story too, other words are another quote.
    ("We were lucky with the wind that night", "Nobody could have planned for such a wind", 0, True, OTHER),
    ("It was the sheep", "It was the goats", 0, True, OTHER),
]


def utterances(one, other, days, one_story):
    return Utterance(one, DAY, "a"), Utterance(other, DAY + timedelta(days=days), "a" if one_story else "b")


@pytest.mark.parametrize(("one", "other", "days", "one_story", "same"), PAIRS)
def test_same_quote_decides_each_pair_in_both_directions(one, other, days, one_story, same):
    first, second = utterances(one, other, days, one_story)

    assert (same_quote(first, second), same_quote(second, first)) == (same, same)


@pytest.mark.parametrize(("one", "other"), [pair[:2] for pair in PAIRS if pair[4] and not pair[3]])
def test_fingerprints_lead_each_same_quote_to_its_like(one, other):
    assert fingerprints("speaker 1", one) & fingerprints("speaker 1", other)


def test_fingerprints_of_other_speakers_share_nothing():
    words = "We will rebuild the harbour stone by stone"

    assert not fingerprints("speaker 1", words) & fingerprints("speaker 2", words)


def test_same_quote_of_unknown_date_needs_the_same_words():
    words = "I think the council has lost the trust of the people who live along the canal"
    like = words.replace("has", "had")

    assert same_quote(Utterance(words, None, "a"), Utterance(words, None, "b"))
    assert not same_quote(Utterance(words, None, "a"), Utterance(like, None, "b"))


def test_same_quote_without_words_is_never_same():
    assert not same_quote(Utterance("…", DAY, "a"), Utterance("…", DAY, "a"))


def test_normal_words_fold_case_accents_and_apostrophes():
    assert normal_words("Zoë’s CAFÉ — 20% off!") == ("zoe's", "cafe", "20", "off")


def test_normal_words_write_contractions_out():
    assert normal_words("It’s late, we can’t and won’t") == (
        *("it", "is", "late", "we"),
        *("cannot", "and", "will", "not"),
    )
