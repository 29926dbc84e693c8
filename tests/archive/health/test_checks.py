"""What the runs of a source tell of its health."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from archive.health.checks import check_sources, longest_silence
from archive.models import Feed, Reading, Run
from tests.quotes.rows import make_article, make_capture, make_outlet, make_reading

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def make_feed(**values) -> Feed:
    outlet = make_outlet()
    return Feed.objects.create(outlet=outlet, url=f"https://{outlet.host}/feed", **values)


def make_runs(feed: Feed, *days_ago: float, **values) -> None:
    for days in days_ago:
        started_at = NOW - timedelta(days=days)
        Run.objects.create(feed=feed, started_at=started_at, finished_at=started_at, **values)


def found() -> list[tuple[str, int | None, str]]:
    return [(finding.kind.value, finding.feed, finding.detail) for finding in check_sources(NOW)]


def test_feed_with_daily_news_is_well():
    make_runs(make_feed(), *range(30), found=20, new=3, fetched=3)

    assert found() == []


def test_silent_feed_is_one_that_used_to_have_news():
    feed, weekly, young = make_feed(), make_feed(), make_feed()
    make_runs(feed, *range(5, 30), found=20, new=3)
    make_runs(feed, *range(5), found=20)
    make_runs(weekly, 12, 19, 26, 33, found=20, new=1)
    make_runs(young, 9, 10, found=20, new=1)

    since = f"{NOW - timedelta(days=5):%Y-%m-%d}"
    assert found() == [("silent", feed.pk, f"No new article since {since}, where 3 days are long.")]


@pytest.mark.parametrize(
    ("days", "limit"),
    [([1, 2], None), ([1, 2, 3], 3), ([1, 8, 15, 22], 21), ([1, 2, 3, 6, 7, 8], 3)],
)
def test_longest_silence(days, limit):
    silence = longest_silence([date(2026, 3, day) for day in days])

    assert silence == (limit and timedelta(days=limit))


def test_feed_that_never_named_an_article_is_silent():
    feed = make_feed()
    make_runs(feed, 1, 2, 3, 4, 5)

    assert found() == [("silent", feed.pk, "It never named an article in 5 visits.")]


def test_feed_whose_visits_fail():
    feed = make_feed(attempts=3, last_error="The server answered with status 500.")
    make_feed(attempts=2, last_error="The server answered with status 500.")

    reason = "The last 3 visits failed: The server answered with status 500."
    assert found() == [("failing", feed.pk, reason)]


@pytest.mark.parametrize(("part", "kind"), [("title", "title"), ("date", "date"), ("body", "body")])
def test_feed_whose_articles_lack_something(part, kind):
    feed, other = make_feed(), make_feed()
    make_runs(feed, 1, 2, fetched=4, missing={part: 2})
    make_runs(other, 1, fetched=40, missing={part: 4})
    make_runs(other, 20, fetched=40, missing={part: 40})

    assert found() == [(kind, feed.pk, f"4 of 8 articles of the last 7 days have no {part}.")]


def test_outlet_that_shows_one_text_at_several_addresses():
    outlet = make_outlet()
    for _ in range(3):
        make_reading(
            "We value your privacy.", capture=make_capture(make_article(outlet=outlet)), title="Hello"
        )
    for _ in range(2):
        make_reading("Another text.", capture=make_capture(make_article(outlet=outlet)))

    reason = "3 articles of the last 7 days have one and the same text: Hello"
    assert found() == [("repeated", None, reason)]
    assert Reading.objects.count() == 5


def test_copies_at_other_outlets_are_not_repeated():
    for _ in range(3):
        make_reading("A wire story.")

    assert found() == []


def test_paused_feeds_are_left_in_peace():
    feed = make_feed(active=False, attempts=5, last_error="gone")
    make_runs(feed, *range(5, 30), found=20, new=3, fetched=3, missing={"body": 3})
    make_runs(feed, 1, fetched=9, missing={"body": 9})

    assert found() == []


def test_checks_take_a_constant_number_of_queries(django_assert_num_queries):
    for _ in range(3):
        make_runs(make_feed(attempts=3), *range(5, 30), found=20, new=3, fetched=3)

    with django_assert_num_queries(5):
        check_sources(NOW)
