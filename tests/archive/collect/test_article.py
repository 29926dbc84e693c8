from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from archive.collect import article_at, collect_article
from archive.collect.ending import next_visit
from archive.errors import AddressError, BusyError, StatusError
from archive.models import Article, Capture, Feed, Outlet, Reading, Run
from archive.signals import reading_made, source_back, source_gone
from tests.archive.pages import page, text
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)


def html(content: bytes = page(), **headers: str) -> bytes:
    return reply(content, content_type="text/html; charset=utf-8", **headers)


@pytest.fixture
def heard():
    """What the archive told whoever listens."""
    heard = []

    def hear_reading(reading, **_):
        heard.append(("reading", reading.pk, connection.in_atomic_block))

    def hear_gone(article, **_):
        heard.append(("gone", article.pk, connection.in_atomic_block))

    def hear_back(article, **_):
        heard.append(("back", article.pk, connection.in_atomic_block))

    reading_made.connect(hear_reading)
    source_gone.connect(hear_gone)
    source_back.connect(hear_back)
    yield heard
    source_back.disconnect(hear_back)
    reading_made.disconnect(hear_reading)
    source_gone.disconnect(hear_gone)


def again(article: Article):
    return collect_article(Article.objects.get(pk=article.pk))


def test_article_at_one_article_in_many_spellings():
    first = article_at("https://www.example.org/news/a?utm_source=rss")
    assert article_at(" http://example.org/news/a/#top ") == first
    assert (first.url, first.url_key) == (
        "https://www.example.org/news/a?utm_source=rss",
        "example.org/news/a",
    )
    assert (first.outlet.host, first.outlet.name, first.state) == ("example.org", "example.org", "pending")
    assert Article.objects.due().get() == first


def test_article_at_keeps_who_found_it(admin_user):
    outlet = Outlet.objects.create(name="The Slate", slug="slate", host="slate.example")
    feed = Feed.objects.create(outlet=outlet, url="https://slate.example/feed")
    article = article_at("https://news.example.org/a", outlet=outlet, feed=feed, added_by=admin_user)
    assert (article.outlet, article.feed, article.added_by) == (outlet, feed, admin_user)


def test_article_at_no_address_leaves_nothing():
    with pytest.raises(AddressError):
        article_at("javascript:alert(1)")
    assert (Article.objects.count(), Outlet.objects.count()) == (0, 0)


def test_collect_article_reads_it_and_takes_over_what_it_says(server, heard):
    server.answers["/a"] = html(
        page(published=f"{timezone.now() - timedelta(hours=2):%Y-%m-%dT%H:%M:%S}+00:00")
    )
    article = article_at(server.url("/a"))
    outcome = collect_article(article)
    article.refresh_from_db()
    assert (outcome.state, outcome.error, outcome.reason) == ("new", None, "")
    assert (article.title, article.authors, article.language) == (
        "Council votes for the bridge",
        ["Ann Boe"],
        "en",
    )
    assert (article.state, article.announced, article.lease_until) == ("read", True, None)
    assert article.outlet.name == "The Slate"
    assert article.next_at == article.created_at + timedelta(hours=1)
    assert heard == [("reading", article.latest_reading.pk, False)]


def test_collect_article_again_asks_whether_it_changed(server, heard):
    server.answers["/a"] = [html(etag='"1"'), reply(status="304 Not Modified", etag='"1"')]
    article = article_at(server.url("/a"))
    assert (collect_article(article).state, again(article).state) == ("new", "unchanged")
    assert server.header("If-None-Match") == '"1"'
    assert (Capture.objects.count(), Reading.objects.count(), len(heard)) == (1, 1, 1)


def test_collect_article_with_the_same_content_keeps_one_capture(server, heard):
    server.answers["/a"] = html()
    article = article_at(server.url("/a"))
    assert (collect_article(article).state, again(article).state) == ("new", "unchanged")
    assert (Capture.objects.count(), Reading.objects.count(), len(heard)) == (1, 1, 1)


def test_collect_article_whose_page_changed_but_not_its_words(server):
    server.answers["/a"] = [html(), html(page().replace(b"<body>", b"<body><!-- 7f3a -->"))]
    article = article_at(server.url("/a"))
    assert (collect_article(article).state, again(article).state) == ("new", "unchanged")
    assert Capture.objects.count() == 2


def test_collect_article_that_changed_gets_a_second_capture_and_reading(server, heard):
    server.answers["/a"] = [html(), html(page("Council votes again", text("Westby")))]
    article = article_at(server.url("/a"))
    assert (collect_article(article).state, again(article).state) == ("new", "changed")
    article.refresh_from_db()
    assert (Capture.objects.count(), Reading.objects.count(), len(heard)) == (2, 2, 2)
    assert article.title == "Council votes again"


def test_collect_article_that_fails_is_tried_again_later_and_quarantined_after_five(server):
    server.answers["/a"] = reply(status="500 Broken")
    article = article_at(server.url("/a"))
    delays = []
    for _ in range(5):
        outcome = again(article)
        article.refresh_from_db()
        delays.append(article.next_at and round((article.next_at - timezone.now()).total_seconds() / 60))
    assert delays == [5, 20, 80, 320, None]
    assert isinstance(outcome.error, StatusError)
    assert (article.state, article.last_error, article.is_quarantined) == ("failed", outcome.reason, True)


def test_collect_article_waits_as_long_as_the_server_asks(server):
    server.answers["/a"] = reply(status="503 Busy", retry_after="7200")
    article = article_at(server.url("/a"))
    collect_article(article)
    assert round((article.next_at - timezone.now()).total_seconds()) == 7200


def test_collect_article_of_a_host_to_be_left_in_peace_counts_no_attempt(server):
    server.answers |= {"/a": reply(status="503 Busy", retry_after="7200"), "/b": html()}
    collect_article(article_at(server.url("/a")))
    article = article_at(server.url("/b"))
    outcome = collect_article(article)
    article.refresh_from_db()
    assert (outcome.state, type(outcome.error)) == ("postponed", BusyError)
    assert (article.state, article.attempts, article.lease_until) == ("pending", 0, None)
    assert timedelta(seconds=7000) < article.next_at - timezone.now() < timedelta(seconds=7300)


def test_collect_article_that_never_was_there_is_not_tried_again(server):
    article = article_at(server.url("/a"))
    outcome = collect_article(article)
    assert (outcome.state, article.state, article.next_at) == ("failed", "failed", None)


def test_collect_article_whose_source_is_gone_keeps_its_capture_and_says_so_once(server, heard):
    server.answers["/a"] = [html(), reply(status="410 Gone"), reply(status="404 Not Found")]
    article = article_at(server.url("/a"))
    assert [again(article).state for _ in range(3)] == ["new", "gone", "gone"]
    article.refresh_from_db()
    assert (article.state, article.attempts, article.captures.count()) == ("gone", 0, 1)
    assert "status 404" in article.last_error
    assert heard[1:] == [("gone", article.pk, False)]


def test_collect_article_whose_source_is_back(server, heard):
    server.answers["/a"] = [html(), reply(status="410 Gone"), html()]
    article = article_at(server.url("/a"))
    assert [again(article).state for _ in range(3)] == ["new", "gone", "unchanged"]
    article.refresh_from_db()
    assert (article.state, article.last_error) == ("read", "")
    assert heard[1:] == [("gone", article.pk, False), ("back", article.pk, False)]


def test_collect_article_whose_source_is_back_with_other_words(server, heard):
    server.answers["/a"] = [html(), reply(status="410 Gone"), html(page(paragraphs=text("Vestby")))]
    article = article_at(server.url("/a"))
    assert [again(article).state for _ in range(3)] == ["new", "gone", "changed"]
    assert [kind for kind, *_ in heard] == ["reading", "gone", "reading", "back"]


def test_collect_article_that_was_read_stays_so_when_its_server_fails(server):
    server.answers["/a"] = [html(), reply(status="500 Broken")]
    article = article_at(server.url("/a"))
    assert [again(article).state for _ in range(2)] == ["new", "failed"]
    article.refresh_from_db()
    assert (article.state, article.attempts) == ("read", 1)


def test_collect_article_that_is_none_is_kept_with_the_reason(server):
    server.answers["/a"] = reply(b"%PDF-1.7 ...", content_type="application/pdf")
    article = article_at(server.url("/a"))
    outcome = collect_article(article)
    assert (outcome.state, article.state, article.next_at) == ("failed", "failed", None)
    assert (article.last_error, Capture.objects.count()) == (outcome.reason, 1)
    assert "PDF" in outcome.reason


def test_collect_article_whose_listener_fails_tells_it_again(server, heard):
    def fail(reading, **_):
        reading_made.disconnect(fail)
        raise ValueError("the disk is full of birds")

    reading_made.connect(fail)
    server.answers["/a"] = html()
    article = article_at(server.url("/a"))
    outcomes = [collect_article(article), again(article)]
    assert [outcome.state for outcome in outcomes] == ["failed", "unchanged"]
    assert outcomes[0].reason == "Collecting it failed: ValueError: the disk is full of birds"
    assert Reading.objects.count() == 1
    assert heard[-1] == ("reading", Reading.objects.get().pk, False)


def test_collect_article_after_a_crash_before_the_announcement_makes_up_for_it(server, heard):
    server.answers["/a"] = html()
    article = article_at(server.url("/a"))
    collect_article(article)
    Article.objects.update(announced=False)
    heard.clear()
    again(article)
    assert heard == [("reading", Reading.objects.get().pk, False)]
    assert Article.objects.get().announced


def test_collect_article_that_another_worker_holds_is_left_to_it(server):
    article = article_at(server.url("/a"))
    assert Article.objects.leased(article.pk)
    outcome = collect_article(article)
    assert (outcome.state, server.paths) == ("postponed", [])


def test_collect_article_that_is_interrupted_gives_its_lease_back(server):
    def interrupt(reading, **_):
        raise KeyboardInterrupt

    reading_made.connect(interrupt)
    server.answers["/a"] = html()
    article = article_at(server.url("/a"))
    with pytest.raises(KeyboardInterrupt):
        collect_article(article)
    reading_made.disconnect(interrupt)
    assert list(Article.objects.due()) == [article]


def test_collect_article_counts_in_the_latest_run_of_its_feed(server):
    outlet = Outlet.objects.create(name="The Slate", slug="slate", host=server.address)
    feed = Feed.objects.create(outlet=outlet, url=server.url("/feed"))
    old, latest = (Run.objects.create(feed=feed, started_at=timezone.now()) for _ in range(2))
    undated = page("New title", published="soon")
    server.answers["/a"] = [
        html(),
        html(),
        html(undated),
        reply(status="500 Broken"),
        reply(status="410 Gone"),
    ]
    article = article_at(server.url("/a"), feed=feed)
    assert [again(article).state for _ in range(5)] == ["new", "unchanged", "changed", "failed", "gone"]
    old.refresh_from_db()
    latest.refresh_from_db()
    assert (latest.changed, latest.unchanged, latest.failed) == (1, 1, 2)
    assert (latest.failures, latest.incomplete) == ({"StatusError": 2}, 0)
    assert (old.changed, old.unchanged, old.failed) == (0, 0, 0)


def test_collect_article_without_a_date_counts_as_incomplete(server):
    outlet = Outlet.objects.create(name="The Slate", slug="slate", host=server.address)
    feed = Feed.objects.create(outlet=outlet, url=server.url("/feed"))
    Run.objects.create(feed=feed, started_at=timezone.now())
    server.answers["/a"] = html(page(published="soon"))
    collect_article(article_at(server.url("/a"), feed=feed))
    run = Run.objects.get()
    assert (run.fetched, run.incomplete, run.missing, run.failures) == (1, 1, {"date": 1}, {})


def test_collect_article_without_text_counts_as_one_without_body(server):
    outlet = Outlet.objects.create(name="The Slate", slug="slate", host=server.address)
    feed = Feed.objects.create(outlet=outlet, url=server.url("/feed"))
    Run.objects.create(feed=feed, started_at=timezone.now())
    server.answers["/a"] = reply(b"%PDF-1.7 ...", content_type="application/pdf")
    collect_article(article_at(server.url("/a"), feed=feed))
    run = Run.objects.get()
    assert (run.fetched, run.incomplete, run.missing, run.failures) == (1, 0, {"body": 1}, {"ReadError": 1})


@pytest.mark.parametrize(
    ("age", "visit"),
    [
        (timedelta(minutes=10), timedelta(hours=1)),
        (timedelta(hours=2), timedelta(days=1)),
        (timedelta(days=2), timedelta(days=7)),
        (timedelta(days=8), timedelta(days=30)),
    ],
)
def test_next_visit_decays(age, visit):
    article = Article(created_at=timezone.now() - age)
    assert next_visit(article) == article.created_at + visit


def test_next_visit_ends_after_a_month():
    assert next_visit(Article(created_at=timezone.now() - timedelta(days=31))) is None


def test_next_visit_is_none_where_nobody_watches():
    assert next_visit(Article(created_at=timezone.now(), watched=False)) is None
