"""Same speaker? Pairs of names as two articles print them: the decision, its evidence, and merging."""

import pytest

from quotes.models import ReviewItem, Speaker
from quotes.speakers import NamedSource, resolve_speaker
from tests.quotes.rows import make_article

pytestmark = pytest.mark.django_db

SAME, OTHER = True, False
PERSON, BODY, UNNAMED = Speaker.Kind.PERSON, Speaker.Kind.ORGANISATION, Speaker.Kind.UNNAMED

# name and role in the first article, name and role in the second, kind, one speaker?
PAIRS = [
    (("Amara Osei", ""), ("Amara Osei", ""), PERSON, SAME),
    (("Amara Osei", "mayor of Tarn"), ("Amara Osei", ""), PERSON, SAME),
    (("Amara Osei", "mayor of Tarn"), ("Amara Osei", "the mayor"), PERSON, SAME),
    (("Amara Osei", "mayor of Tarn"), ("Amara Osei", "Tarn's mayor"), PERSON, SAME),
    (("Amara Osei", "a lawyer"), ("Amara Osei", "mayor of Tarn"), PERSON, SAME),
    (("José Núñez", ""), ("Jose Nunez", ""), PERSON, SAME),
    (("Siobhán O’Dowd", ""), ("Siobhán O'Dowd", ""), PERSON, SAME),
    (("J. R. Hartnell", ""), ("J.R. Hartnell", ""), PERSON, SAME),
    (("Walter Pym Jr.", ""), ("Walter Pym, Jr", ""), PERSON, SAME),
    (("Vikram de Souza", "chief executive of Lumen"), ("Vikram de Souza", "Lumen's founder"), PERSON, SAME),
    (("Ines Falk", "professor of geology"), ("Ines Falk", "a geologist"), PERSON, SAME),
    (("Ministry of Fisheries", ""), ("The Ministry of Fisheries", ""), BODY, SAME),
    (("Lumen", ""), ("Lumen", ""), BODY, SAME),
    # A surname alone, or a description, tells nobody apart beyond its article.
    (("Osei", ""), ("Osei", ""), PERSON, OTHER),
    (("Amara Osei", ""), ("Osei", ""), PERSON, OTHER),
    (("Osei", ""), ("Kwame Osei", ""), PERSON, OTHER),
    (("a company spokesman", ""), ("a company spokesman", ""), UNNAMED, OTHER),
    (("police", ""), ("police", ""), UNNAMED, OTHER),
    # The role contradicts: a proposal for the curators, not one speaker.
    (("John Wren", "goalkeeper"), ("John Wren", "a vicar"), PERSON, OTHER),
    (("John Wren", "mayor of Tarn"), ("John Wren", "mayor of Ayford"), PERSON, OTHER),
    (("John Wren", "a surgeon"), ("John Wren", "Tarn's striker"), PERSON, OTHER),
    (("John Wren", "professor of law at Brill"), ("John Wren", "professor at Ayford"), PERSON, OTHER),
    (("John Wren", "farmer"), ("John Wren", "an actor"), PERSON, OTHER),
    # Like, but not the same name.
    (("Walter Pym Jr.", ""), ("Walter Pym", ""), PERSON, OTHER),
    (("Michael B. Dorn", ""), ("Michael Dorn", ""), PERSON, OTHER),
    (("Amara Osei", ""), ("Amara Osei-Bonsu", ""), PERSON, OTHER),
    (("Ana Lind", ""), ("Anna Lind", ""), PERSON, OTHER),
]


@pytest.mark.parametrize(("first", "second", "kind", "same"), PAIRS)
def test_resolve_speaker_decides_each_pair(first, second, kind, same):
    one, other = (
        resolve_speaker(NamedSource(name, kind, role), make_article()) for name, role in (first, second)
    )

    assert (one == other) == same


def test_resolve_speaker_in_one_article_is_one_speaker():
    article = make_article()

    speakers = [resolve_speaker(NamedSource("Osei"), article) for _ in range(2)]

    assert speakers[0] == speakers[1]


def test_resolve_speaker_with_contradicting_role_proposes_the_pair():
    first = resolve_speaker(NamedSource("John Wren", role="goalkeeper"), make_article())

    second = resolve_speaker(NamedSource("John Wren", role="a vicar"), make_article())

    item = ReviewItem.objects.get()
    assert (item.speaker, item.reason, item.note) == (
        second,
        "same name",
        f"Same name as John Wren ({first.slug}).",
    )


def test_resolve_speaker_of_several_namesakes_takes_the_one_whose_role_fits():
    resolve_speaker(NamedSource("John Wren", role="goalkeeper"), make_article())
    vicar = resolve_speaker(NamedSource("John Wren", role="a vicar"), make_article())

    assert resolve_speaker(NamedSource("John Wren", role="vicar of Tarn"), make_article()) == vicar


def test_resolve_speaker_of_several_namesakes_without_role_stays_in_the_article():
    for role in ("goalkeeper", "a vicar"):
        resolve_speaker(NamedSource("John Wren", role=role), make_article())
    article = make_article()

    assert resolve_speaker(NamedSource("John Wren"), article).article == article


def test_resolve_speaker_keeps_the_dates_of_a_role():
    early, late = make_article(), make_article()
    early.published = early.published.replace(year=2024)
    for article in (late, early):
        speaker = resolve_speaker(NamedSource("Amara Osei", role="mayor of Tarn"), article)

    role = speaker.roles.get()
    assert (role.first_printed, role.last_printed) == (early.published, late.published)
