"""Quotes per article: counted with the runs, and missed where they become few."""

from datetime import timedelta

import pytest
from django.utils import timezone

from archive.collect import collect_feed
from archive.models import Article, Feed, Run
from quotes.harvests import Day, drop, fewer_quotes
from quotes.models import Harvest
from tests.archive.conftest import own_politeness, server
from tests.archive.pages import feed as rss
from tests.archive.pages import page
from tests.archive.server import reply
from tests.quotes.rows import make_outlet

__all__ = ["own_politeness", "server"]


@pytest.mark.django_db(transaction=True)
def test_collecting_a_feed_counts_its_quotes(server):
    server.answers |= {"/feed": reply(rss(server.url("/a"))), "/a": reply(page(), content_type="text/html")}
    outlet = make_outlet(host=server.address)

    run = collect_feed(Feed.objects.create(outlet=outlet, url=server.url("/feed")))

    assert (run.found, run.new, run.fetched, run.missing) == (1, 1, 1, {})
    assert (run.harvest.articles, run.harvest.quotes) == (1, 2)


@pytest.mark.django_db(transaction=True)
def test_visit_that_finds_an_article_unchanged_counts_no_quotes_again(server):
    server.answers |= {"/feed": reply(rss(server.url("/a"))), "/a": reply(page(), content_type="text/html")}
    feed = Feed.objects.create(outlet=make_outlet(host=server.address), url=server.url("/feed"))
    collect_feed(feed)
    Article.objects.update(next_at=timezone.now())

    run = collect_feed(feed)

    assert (run.fetched, run.unchanged) == (1, 1)
    assert [(harvest.articles, harvest.quotes) for harvest in Harvest.objects.all()] == [(1, 2)]


def make_harvests(*quotes: int, ending: int = 0) -> Feed:
    """Of five articles a day each, the last so many days ago."""
    outlet, now = make_outlet(), timezone.now()
    feed = Feed.objects.create(outlet=outlet, url=f"https://{outlet.host}/feed")
    for days, number in enumerate(reversed(quotes)):
        run = Run.objects.create(feed=feed, started_at=now - timedelta(days=days + ending))
        Harvest.objects.create(run=run, articles=5, quotes=number)
    return feed


@pytest.mark.django_db
def test_fewer_quotes_than_usual():
    feed = make_harvests(20, 25, 15, 20, 30, 4)
    make_harvests(20, 25, 15, 20, 30, 11)
    make_harvests(20, 25, 15, 20, 30, 4, ending=10)

    (finding,) = fewer_quotes(timezone.now())

    assert (finding.kind.value, finding.outlet, finding.feed) == ("fewer", feed.outlet_id, feed.pk)
    assert finding.detail == "0.8 quotes an article in the last 5, where 4.0 are usual."


USUAL = [Day(5, 10)] * 5


@pytest.mark.parametrize(
    ("days", "dropped"),
    [
        ([*USUAL, Day(5, 4)], True),
        ([*USUAL, Day(5, 5)], False),
        ([*USUAL, Day(3, 1), Day(2, 1)], True),
        ([*USUAL[1:], Day(5, 0)], False),
        ([Day(5, 0)] * 9, False),
        ([Day(1, 2)] * 4, False),
    ],
)
def test_drop_is_below_half_the_median_of_the_days_before(days, dropped):
    assert bool(drop(days)) is dropped
