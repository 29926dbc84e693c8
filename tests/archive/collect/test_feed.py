from datetime import timedelta

import pytest
from django.utils import timezone

from archive.collect import Outcome, collect_feed
from archive.errors import FeedError
from archive.models import Article, Feed, Outlet, Run
from tests.archive.pages import feed as rss
from tests.archive.pages import page
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def feed(server) -> Feed:
    outlet = Outlet.objects.create(name="The Slate", slug="slate", host=server.address)
    return Feed.objects.create(outlet=outlet, url=server.url("/feed"))


@pytest.fixture
def site(server, feed):
    """A feed of two articles, of which the second is broken."""
    server.answers |= {
        "/feed": reply(rss(server.url("/news/a"), server.url("/news/b")), etag='"7"'),
        "/news/a": reply(page(), content_type="text/html"),
        "/news/b": reply(status="500 Broken"),
    }
    return server


def numbers(run: Run) -> tuple[int, ...]:
    return run.found, run.new, run.changed, run.unchanged, run.failed


def test_collect_feed_notes_and_collects_what_it_announces(site, feed):
    events = []
    run = collect_feed(feed, events.append)
    assert numbers(run) == (2, 2, 0, 0, 1)
    assert run.finished_at is not None
    assert [event.state for event in events if isinstance(event, Outcome)] == ["new", "failed"]
    assert [(article.feed, article.outlet) for article in Article.objects.all()] == [(feed, feed.outlet)] * 2
    feed.refresh_from_db()
    assert (feed.etag, feed.attempts, feed.lease_until, feed.interval) == (
        '"7"',
        0,
        None,
        timedelta(minutes=30),
    )
    assert feed.next_at == feed.collected_at + feed.interval


def test_collect_feed_again_finds_nothing_new_and_comes_less_often(site, feed):
    collect_feed(feed)
    feed.refresh_from_db()
    run = collect_feed(feed)
    feed.refresh_from_db()
    assert numbers(run) == (2, 0, 0, 0, 0)
    assert feed.interval == timedelta(minutes=45)


def test_collect_feed_that_is_unchanged_reads_nothing(site, feed):
    collect_feed(feed)
    site.answers["/feed"] = reply(status="304 Not Modified")
    feed.refresh_from_db()
    assert numbers(collect_feed(feed)) == (0, 0, 0, 0, 0)
    assert site.header("If-None-Match") == '"7"'


@pytest.mark.parametrize(
    ("interval", "has_news", "adapted"),
    [
        (timedelta(hours=1), True, timedelta(minutes=30)),
        (timedelta(minutes=15), True, timedelta(minutes=10)),
        (timedelta(hours=1), False, timedelta(minutes=90)),
        (timedelta(hours=20), False, timedelta(days=1)),
    ],
)
def test_feed_adapts_within_bounds(interval, has_news, adapted):
    feed = Feed(interval=interval)
    feed.adapt(has_news=has_news)
    assert feed.interval == adapted


def test_collect_feed_that_fails_says_why_and_is_tried_again(server, feed):
    server.answers["/feed"] = reply(b"<html>Our feed has moved</html>")
    run = collect_feed(feed)
    feed.refresh_from_db()
    assert "this is no RSS, Atom or JSON feed" in run.error
    assert (run.finished_at is None, feed.last_error, feed.attempts, feed.etag) == (False, run.error, 1, "")
    assert timedelta(minutes=4) < feed.next_at - timezone.now() <= timedelta(minutes=5)


def test_collect_feed_is_never_given_up(server, feed):
    for _ in range(30):
        collect_feed(feed)
        feed.refresh_from_db()
    assert (feed.attempts, feed.is_quarantined) == (5, True)
    assert timedelta(hours=23) < feed.next_at - timezone.now() <= timedelta(days=1)


def test_collect_feed_that_another_worker_holds_is_left_to_it(site, feed):
    assert Feed.objects.leased(feed.pk)
    with pytest.raises(FeedError, match="being collected right now"):
        collect_feed(feed)
    assert site.paths == []


def test_collect_feed_of_an_aggregator_gives_each_article_its_own_outlet(server, feed):
    server.answers["/feed"] = reply(rss("https://news.example.org/a", server.url("/news/b")))
    collect_feed(feed)
    hosts = Article.objects.order_by("pk").values_list("outlet__host", flat=True)
    assert list(hosts) == ["news.example.org", server.address]


def test_collect_feed_that_curators_paused_meanwhile_stays_so(site, feed):
    Feed.objects.update(active=False)
    collect_feed(feed)
    assert not Feed.objects.get().active


def test_collect_feed_leaves_articles_that_are_known_alone(site, feed):
    collect_feed(feed)
    Article.objects.update(title="By a curator")
    Feed.objects.update(etag="")
    collect_feed(Feed.objects.get())
    assert set(Article.objects.values_list("title", flat=True)) == {"By a curator"}
