"""Save Page Now against a local stand-in of the Internet Archive."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from archive.models import Article, Snapshot
from archive.snapshots import save_due

from .rows import make_article
from .server import reply

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def wayback(settings, server):
    """The stand-in; it has the keys of a curator."""
    settings.WAYBACK = server.url("").rstrip("/")
    settings.WAYBACK_ACCESS_KEY, settings.WAYBACK_SECRET_KEY = "access", "secret"
    return server


@pytest.fixture
def article():
    article = make_article()
    article.state = Article.State.READ
    article.save()
    return article


def told(**values: str) -> bytes:
    return reply(json.dumps(values).encode(), content_type="application/json")


def a_minute_later() -> None:
    Snapshot.objects.update(next_at=timezone.now())


def test_save_due_asks_and_keeps_where_the_copy_is(wayback, article):
    wayback.answers["/save"] = told(url=article.url, job_id="spn2-1")
    wayback.answers["/save/status"] = [
        told(status="pending", job_id="spn2-1"),
        told(status="success", timestamp="20260302120000", original_url=article.url),
    ]
    counts = []
    for _ in range(3):
        counts.append(save_due())
        a_minute_later()

    snapshot = Snapshot.objects.get()
    assert counts == [0, 0, 1]
    assert snapshot.url == f"{wayback.url()}web/20260302120000/{article.url}"
    assert snapshot.saved_at == datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_save_due_sends_address_and_keys(wayback, article):
    wayback.answers["/save"] = told(job_id="spn2-1")

    save_due()

    assert wayback.paths == ["/save"]
    assert wayback.requests[-1].startswith(b"POST /save ")
    assert wayback.header("authorization") == "LOW access:secret"
    assert wayback.header("accept") == "application/json"


def test_save_due_without_keys_asks_nobody(wayback, article, settings):
    settings.WAYBACK_SECRET_KEY = ""

    assert save_due() == 0
    assert (Snapshot.objects.count(), wayback.connections) == (0, 0)


def test_save_due_before_a_minute_has_passed_asks_once(wayback, article):
    wayback.answers["/save"] = told(job_id="spn2-1")

    save_due()
    save_due()

    assert wayback.paths == ["/save"]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (told(status="error", message="This host is blocked."), "did not save it: This host is blocked."),
        (reply(b"<html>", content_type="text/html"), "answered with no JSON"),
        (told(url="https://gazette.example/a"), "answered without job_id"),
        (reply(b"[1]", content_type="application/json"), "did not save it: [1]"),
        (reply(status="401 Unauthorized"), "wants a password"),
        (reply(status="302 Found", location="https://elsewhere.example/"), "status 302"),
        (reply(status="429 Too Many Requests", retry_after="7200"), "was asked for too often"),
    ],
)
def test_save_due_tries_again_later_what_failed(wayback, article, answer, reason):
    wayback.answers["/save"] = answer

    save_due()

    snapshot = Snapshot.objects.get()
    assert (snapshot.attempts, snapshot.url, snapshot.job) == (1, "", "")
    assert reason in snapshot.last_error
    assert snapshot.next_at > timezone.now() + timedelta(minutes=4)


def test_save_due_asks_anew_where_the_work_failed(wayback, article):
    wayback.answers["/save"] = told(job_id="spn2-1")
    wayback.answers["/save/status"] = told(status="error", message="The page timed out.")
    for _ in range(3):
        save_due()
        a_minute_later()

    assert wayback.paths == ["/save", "/save/status", "/save"]


def test_save_due_leaves_what_is_not_on_the_web_or_was_not_read(wayback):
    make_article()
    Article.objects.create(
        outlet=make_article().outlet, url="urn:sha256:0", url_key="urn:sha256:0", state=Article.State.READ
    )

    save_due()

    assert not Snapshot.objects.exists()


def test_save_due_ends_in_time(wayback, article):
    save_due(until=timezone.now() - timedelta(seconds=1))

    assert wayback.connections == 0


def test_a_forbidden_address_is_never_connected_to(wayback, article, forbidden, settings):
    settings.WAYBACK = forbidden.url("").rstrip("/")

    save_due()

    assert "is refused" in Snapshot.objects.get().last_error
