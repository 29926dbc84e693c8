"""Topics of articles."""

import pytest

from archive.models import Topic
from archive.topics import settle_topics
from tests.quotes.rows import make_capture, make_reading

pytestmark = pytest.mark.django_db


def settle(**values):
    reading = make_reading(capture=make_capture(), **values)
    settle_topics(reading.capture.article, reading)
    return reading.capture.article


def named(article):
    return sorted(topic.name for topic in article.topics.all())


def test_section_and_keywords_are_topics():
    assert named(settle(section="Politics", keywords=["Ferries", "politics"])) == ["Ferries", "Politics"]


def test_articles_share_topics_however_they_are_written():
    settle(keywords=["Café Nord"])
    settle(keywords=["café nord", "北京"])

    assert sorted(Topic.objects.values_list("slug", flat=True)) == ["café-nord", "北京"]


def test_topics_are_those_of_the_newest_reading():
    article = settle(section="Politics")
    reading = make_reading("Other words", capture=make_capture(article), section="Business")

    settle_topics(article, reading)

    assert named(article) == ["Business"]


def test_names_without_letters_are_no_topics():
    assert named(settle(section="!!!", keywords=["–"])) == []
