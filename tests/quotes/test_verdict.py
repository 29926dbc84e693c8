"""Certainty in words."""

import pytest

from quotes.models import Quote
from quotes.verdict import verdict


def make_quote(**values):
    return Quote(**{"kind": "direct", "status": "unreviewed", "confidence": 0.95, "speaker_id": 1} | values)


@pytest.mark.parametrize(
    ("confidence", "tone", "label"),
    [
        (0.95, "plain", "Not yet reviewed"),
        (0.75, "plain", "Not yet reviewed"),
        (0.4, "doubt", "Speaker uncertain"),
    ],
)
def test_verdict_on_what_nobody_reviewed_depends_on_the_confidence(confidence, tone, label):
    found = verdict(make_quote(confidence=confidence))

    assert (found.tone, found.label) == (tone, label)


def test_verdict_is_clear_only_without_doubts_about_the_speaker():
    quote = make_quote(confidence=0.95)

    said = [
        verdict(quote, doubts).explanation.partition(". ")[0]
        for doubts in ([], ["unclosed mark"], ["speaker from another paragraph"])
    ]
    assert said == [
        "Attributed automatically, clearly",
        "Attributed automatically, clearly",
        "Attributed automatically, probably right",
    ]


def test_verdict_never_promises_certainty():
    assert "99 of 100" in verdict(make_quote(confidence=1.0)).explanation


@pytest.mark.parametrize(
    "status", ["confirmed", "disputed", "misattributed", "corrected", "rejected", "withdrawn"]
)
def test_verdict_on_what_a_person_decided_is_that_decision(status):
    assert verdict(make_quote(status=status, confidence=0.1)).label.lower() == status


def test_verdict_without_a_speaker_says_so():
    assert verdict(make_quote(speaker_id=None)).label == "Speaker not named"


def test_verdict_on_words_of_nobody_says_so():
    assert verdict(make_quote(kind="unattributed")).label == "Not speech"
