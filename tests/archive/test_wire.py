from random import Random

import pytest

from archive.captures import supply
from archive.models import Article, Band, Story
from archive.readings import read
from archive.wire import MASKS, are_copies, bands_of, group_copies, join, least_of, shingles_of

from .pages import text
from .rows import make_article

TEXT = " ".join(text())
OTHER = " ".join(
    f"Chapter {number} tells of a farmer who grew {number} kinds of apples and sold none of them."
    for number in range(20)
)
ROUND_UP = " ".join([TEXT, OTHER, *(f"And item {number} of it." for number in range(300))])


def read_article(words: str) -> Article:
    article = make_article()
    read(supply(article, words.encode(), url=article.url, content_type="text/plain", supplied_by="test"))
    article.refresh_from_db()
    return article


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT.upper().replace(",", ""),
        TEXT.replace("Ostby", "Westby"),
        "OSTBY (The Wire) - "
        + TEXT
        + " Reporting by our own staff in the city, and editing by the night desk.",
        " ".join(text()[:5]),
    ],
)
def test_are_copies_of_one_story(copy):
    assert are_copies(shingles_of(TEXT), shingles_of(copy))


@pytest.mark.parametrize("other", [OTHER, text()[0] + OTHER, ROUND_UP])
def test_are_copies_of_different_stories_or_a_round_up(other):
    assert not are_copies(shingles_of(TEXT), shingles_of(other))


def test_are_copies_of_very_short_texts_never():
    assert not are_copies(shingles_of("This page is gone."), shingles_of("This page is gone."))


def test_bands_of_a_text_are_32_and_always_the_same():
    assert len(bands_of(shingles_of(TEXT))) == 32
    assert bands_of(shingles_of(TEXT)) == bands_of(shingles_of(TEXT.lower()))
    assert all(-(2**63) <= value < 2**63 for value in bands_of(shingles_of(TEXT)))


def test_bands_of_an_edited_copy_share_one_even_if_every_tenth_word_is_another():
    words = [f"word{number}" for number in range(400)]
    edited = [word if number % 10 else "other" for number, word in enumerate(words)]
    shared = set(bands_of(shingles_of(" ".join(words)))) & set(bands_of(shingles_of(" ".join(edited))))
    assert 0 < len(shared) < 32


@pytest.mark.parametrize("number", [1, 2, 3, 700])
def test_least_of_is_the_least_of_all(number):
    digests = sorted(Random(number).getrandbits(64) for _ in range(number))
    assert [least_of(mask, digests) for mask in MASKS] == [min(mask ^ d for d in digests) for mask in MASKS]


def test_bands_of_very_short_texts_are_none():
    assert bands_of(shingles_of("This page is gone.")) == []


def test_bands_of_different_texts_differ():
    assert set(bands_of(shingles_of(TEXT))) & set(bands_of(shingles_of(OTHER))) == set()


@pytest.mark.django_db(transaction=True)
def test_group_copies_gives_copies_one_story_and_leaves_others_alone():
    first, other, second = (
        read_article(TEXT),
        read_article(OTHER),
        read_article(TEXT.replace("Ostby", "Westby")),
    )
    first.refresh_from_db()
    assert first.story is not None
    assert (second.story, other.story) == (first.story, None)


@pytest.mark.django_db(transaction=True)
def test_group_copies_again_changes_nothing():
    article = read_article(TEXT)
    assert group_copies(article, TEXT) is None
    assert Band.objects.count() == 32


@pytest.mark.django_db
def test_join_makes_one_story_of_two():
    articles = [make_article() for _ in range(4)]
    join([article.pk for article in articles[:2]])
    join([article.pk for article in articles[2:]])
    story = join([articles[1].pk, articles[2].pk])
    assert [story] == list(Story.objects.all())
    assert Article.objects.filter(story=story).count() == 4


@pytest.mark.django_db(transaction=True)
def test_group_copies_asks_as_little_of_a_large_archive(django_assert_max_num_queries):
    articles = [make_article() for _ in range(5)]
    Band.objects.bulk_create(
        Band(article=article, value=value) for article in articles for value in range(1000)
    )
    with django_assert_max_num_queries(8):
        group_copies(articles[0], TEXT)
