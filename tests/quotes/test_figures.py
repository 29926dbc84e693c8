"""The archive in numbers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from quotes import figures
from quotes.figures import Precision, Precisions
from quotes.models import Decision, Occurrence, ReviewItem
from quotes.views.review.filters import wanted
from tests.quotes.rows import make_article, make_capture, make_occurrence, make_outlet, make_reading

pytestmark = pytest.mark.django_db


def make_decided(outlet, **values) -> Occurrence:
    words = "It rained"
    reading = make_reading(f"“{words},” she said.", capture=make_capture(make_article(outlet=outlet)))
    return make_occurrence(words, reading=reading, **values)


def test_precision_counts_what_was_confirmed_with_the_speaker_found():
    slate, gazette = make_outlet(name="Slate"), make_outlet(name="Gazette")
    make_decided(slate, review="confirmed", method="said before")
    make_decided(slate, review="confirmed", method="said before", locked=["speaker"])
    make_decided(slate, review="rejected", method="pronoun")
    make_decided(gazette, review="confirmed", method="pronoun", locked=["review"])
    make_decided(gazette, method="pronoun")
    make_decided(gazette, review="confirmed", method="ranker", locked=["end", "segments", "start"])

    assert figures.precision().all == Precision("all", 5, 2)
    assert figures.precision().by_outlet == [
        Precision("Slate", 3, 1),
        Precision("Gazette", 2, 1),
    ]
    assert figures.precision().by_method == [
        Precision("pronoun", 2, 1),
        Precision("said before", 2, 1),
        Precision("ranker", 1, 0),
    ]


def test_precision_without_decisions():
    assert figures.precision() == Precisions(Precision("all", 0, 0), [], [])


def test_queue_counts_the_quotes_of_the_review_page_by_doubt():
    one, other = make_occurrence(), make_occurrence("It snowed")
    for about, reason, state in (
        ({"occurrence": one}, "no speaker", "open"),
        ({"quote": one.quote}, "no speaker", "open"),
        ({"quote": one.quote}, "reader's report", "open"),
        ({"occurrence": other}, "no speaker", "open"),
        ({"occurrence": other}, "close runner-up", "done"),
        ({"article": one.article}, "extraction failed", "open"),
    ):
        ReviewItem.objects.create(**about, reason=reason, state=state)

    queue = figures.queue()

    shown = {reason: wanted({"reason": reason})[1].count() for reason, _ in queue.reasons}
    assert (queue.length, queue.others) == (wanted({})[1].count(), 1) == (2, 1)
    assert queue.reasons == [("no speaker", 2), ("reader's report", 1)] == list(shown.items())
    assert timezone.now() - queue.oldest < timedelta(minutes=1)


def test_days_end_today_and_are_compared_with_the_busiest():
    now = timezone.now()
    for days_ago in (0, 1, 1):
        moment = now - timedelta(days=days_ago)
        make_capture(fetched_at=moment, seen_at=moment)

    days = figures.days(3)

    assert [(day.captures, day.share) for day in days] == [(0, 0), (2, 1), (1, 0.5)]
    assert days[-1].date == timezone.localdate()


def test_activity_since_a_moment():
    quote = make_occurrence().quote
    Decision.objects.create(kind="confirm", quote=quote)

    came = figures.activity(timezone.now() - timedelta(hours=1))

    assert (came.articles, came.quotes, came.captures, came.failed, came.decisions) == (1, 1, 0, 0, 1)
    assert figures.activity(timezone.now() + timedelta(hours=1)).articles == 0


def test_disk_is_measured():
    make_capture(length=1000)

    disk = figures.disk()

    assert disk.pages == 1000
    assert min(disk.database, disk.free) > 0
