import os

import pytest
from django.db import connection
from django.utils import timezone

from archive import sandbox
from archive.collect import article_at
from archive.collect.visit import collect_each
from archive.models import Article, Feed, Reading, Run
from archive.signals import run_counted
from tests.archive.pages import page
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)

PATHS = ["/news/a", "/news/b", "/news/c"]


def make_articles(server, paths: list[str] = PATHS) -> list[Article]:
    server.answers |= {path: reply(page(), content_type="text/html") for path in paths}
    articles = [article_at(server.url(path)) for path in paths]
    assert all(Article.objects.leased(article.pk) for article in articles)
    return articles


def held() -> list[str]:
    return [each.url for each in Article.objects.exclude(lease_until=None).order_by("pk")]


def test_collect_each_fetches_the_next_before_it_stores_one(server):
    articles = make_articles(server)
    outcomes = collect_each(articles)
    assert next(outcomes).article == articles[0]
    assert server.paths == PATHS[:2]
    assert Reading.objects.count() == 1
    assert [outcome.state for outcome in outcomes] == ["new", "new"]
    assert server.paths == PATHS
    assert held() == []


def test_collect_each_of_nothing():
    assert list(collect_each([])) == []


def test_collect_each_reports_in_order_whatever_fails(server):
    articles = make_articles(server)
    server.answers["/news/b"] = reply(b"", status=500)
    outcomes = list(collect_each(articles))
    assert [outcome.article for outcome in outcomes] == articles
    assert [outcome.state for outcome in outcomes] == ["new", "failed", "new"]


def test_collect_each_takes_one_child_process_for_all(server):
    sandbox._stop_idle()
    list(collect_each(make_articles(server)))
    assert [child.calls for child in sandbox._idle[os.getpid()]] == [3]


def test_collect_each_interrupted_leaves_the_rest_to_others(server):
    articles = make_articles(server)
    outcomes = collect_each(articles)
    next(outcomes)
    outcomes.close()
    assert held() == [articles[2].url]  # which it has not been asked to take
    assert Article.objects.get(pk=articles[1].pk).state == Article.State.PENDING


def test_runs_are_told_of_after_the_transaction_that_counts_them(server):
    (article,) = make_articles(server, PATHS[:1])
    feed = Feed.objects.create(outlet=article.outlet, url=server.url("/feed"))
    run = Run.objects.create(feed=feed, started_at=timezone.now())
    article.feed = feed
    heard = []

    def hear(run, article, **_):
        heard.append((run, article, run.fetched, connection.in_atomic_block))

    run_counted.connect(hear)
    list(collect_each([article]))
    run_counted.disconnect(hear)
    assert heard == [(run, article, 1, False)]
