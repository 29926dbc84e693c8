from datetime import timedelta

import pytest
from django.utils import timezone

from archive.collect import Outcome, Summary, article_at, collect_due
from archive.collect.sweep import next_batch
from archive.models import Article, Feed, Outlet, Run
from tests.archive.pages import feed as rss
from tests.archive.pages import page
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)


def make_feed(server, path: str = "/feed", **values) -> Feed:
    outlet, _ = Outlet.objects.get_or_create(
        host=server.address, defaults={"name": "The Slate", "slug": "slate"}
    )
    return Feed.objects.create(outlet=outlet, url=server.url(path), **values)


def make_articles(outlet: str, number: int) -> list[int]:
    return [article_at(f"https://{outlet}.example/{position}").pk for position in range(number)]


def test_collect_due_visits_feeds_then_collects_old_and_new_articles(server):
    make_feed(server)
    server.answers |= {
        "/feed": reply(rss(server.url("/news/new"))),
        "/news/new": reply(page(), content_type="text/html"),
    }
    article_at(server.url("/news/old"))
    events = []
    summary = collect_due(events.append)
    assert server.paths == ["/feed", "/news/old", "/news/new"]
    assert summary.articles == {"new": 1, "failed": 1}
    assert str(summary) == "1 feeds (0 failed); articles: 1 failed, 1 new"
    assert [type(event) for event in events] == [Run, Outcome, Outcome]


def test_collect_due_leaves_what_is_not_due(server):
    later = timezone.now() + timedelta(hours=1)
    make_feed(server, "/later", next_at=later)
    make_feed(server, "/paused", active=False)
    make_feed(server, "/held", lease_until=later)
    article_at(server.url("/news/a"))
    Article.objects.update(next_at=later)
    assert collect_due() == Summary()
    assert server.paths == []


def test_collect_due_takes_up_what_a_killed_worker_left(server):
    server.answers["/news/a"] = reply(page(), content_type="text/html")
    article_at(server.url("/news/a"))
    Article.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert collect_due().articles == {"new": 1}


def test_collect_due_begins_nothing_after_its_time(server):
    make_feed(server)
    article_at(server.url("/news/a"))
    assert collect_due(until=timezone.now()).runs == []
    assert server.paths == ["/news/a"]


def test_collect_due_goes_on_after_a_feed_that_fails(server):
    make_feed(server, "/broken")
    make_feed(server, "/feed")
    server.answers["/feed"] = reply(rss())
    summary = collect_due()
    assert [bool(run.error) for run in summary.runs] == [True, False]
    assert not summary.every_feed_failed


def test_summary_of_feeds_that_all_failed(server):
    make_feed(server, "/broken")
    assert collect_due().every_feed_failed
    assert not Summary().every_feed_failed


def test_next_batch_takes_hosts_in_turn():
    slate, gazette = make_articles("slate", 3), make_articles("gazette", 2)
    assert next_batch() == [slate[0], gazette[0], slate[1], gazette[1], slate[2]]
