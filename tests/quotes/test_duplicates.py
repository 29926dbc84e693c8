"""Which speakers are proposed as one, and that a refusal is for good."""

import pytest

from quotes.duplicates import find_duplicates, name_likeness
from quotes.identities import merge_speakers
from quotes.models import Duplicate
from tests.quotes.rows import make_occurrence, make_reading, make_speaker

pytestmark = pytest.mark.django_db


def proposed():
    find_duplicates()
    return [(pair.first.name, pair.second.name, pair.state) for pair in Duplicate.objects.order_by("pk")]


def with_role(name, role, **values):
    speaker = make_speaker(name, **values)
    if role:
        speaker.roles.create(text=role)
    return speaker


@pytest.mark.parametrize(
    ("one", "other", "role"),
    [
        ("Amara Osei", "Amara Osei", ""),
        ("Amara Osei", "Amara Ossei", ""),
        ("A. Osei", "Amara Osei", "the mayor"),
        ("Amara B. Osei", "Amara Osei", "the mayor"),
        ("Osei Amara", "Amara Osei", ""),
    ],
)
def test_like_names_are_proposed(one, other, role):
    with_role(one, role)
    with_role(other, role)

    assert proposed() == [(one, other, "open")]


@pytest.mark.parametrize(
    ("one", "other"), [("Amara Osei", "Kwame Osei"), ("A. Osei", "Amara Osei"), ("Jane Roe", "Amara Osei")]
)
def test_names_that_differ_are_not_proposed(one, other):
    make_speaker(one)
    make_speaker(other)

    assert proposed() == []


def test_an_article_in_common_supports_an_initial():
    reading = make_reading("“It rained,” she said. “It snowed,” she said.")
    for name, words in (("A. Osei", "It rained"), ("Amara Osei", "It snowed")):
        make_occurrence(words, speaker=make_speaker(name), reading=reading)

    find_duplicates()

    assert Duplicate.objects.get().evidence == ["names: a osei / amara osei", "quoted in the same story"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"wikidata": "Q1"}, {"wikidata": "Q2"}),
        ({"kind": "person"}, {"kind": "organisation"}),
    ],
)
def test_what_tells_two_apart_forbids_the_proposal(one, other):
    make_speaker(**one)
    make_speaker(**other)

    assert proposed() == []


def test_contradicting_roles_forbid_the_proposal():
    with_role("Amara Osei", "mayor of Tarn")
    with_role("Amara Osei", "a goalkeeper")

    assert proposed() == []


def test_a_refused_pair_is_never_proposed_again():
    make_speaker()
    make_speaker()
    find_duplicates()
    Duplicate.objects.update(state="refused")

    assert proposed() == [("Amara Osei", "Amara Osei", "refused")]


def test_a_pair_that_was_merged_is_done():
    one, other = make_speaker(), make_speaker()
    find_duplicates()
    merge_speakers(one, other)

    assert proposed() == [("Amara Osei", "Amara Osei", "merged")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("jane roe", "jane roe", 100),
        ("j roe", "jane roe", 90),
        ("jane roe", "jane q roe", 90),
        ("j q roe", "jane quentin roe", 90),
        ("roe jane", "jane roe", 100),
    ],
)
def test_name_likeness(one, other, expected):
    assert name_likeness(one, other) == expected
