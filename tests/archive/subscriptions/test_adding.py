"""Many sites by their addresses."""

import pytest

from archive.models import Feed
from archive.subscriptions import add_sites, addresses_of
from tests.archive.pages import feed as rss
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)


def test_addresses_of_pasted_lines():
    pasted = " slate.example \n\nhttps://gazette.example/news\nslate.example\n"

    assert addresses_of(pasted) == ["https://slate.example", "https://gazette.example/news"]


def test_add_sites_without_feeds_says_what_to_try(server, admin_user):
    server.answers["/"] = reply(b"<p>Hello", content_type="text/html")

    (line,) = add_sites([server.url("/")], admin_user)

    assert (line.state, line.note) == (
        "failed",
        "It announces no articles: try the page of one of its sections.",
    )


def test_add_sites_that_take_long_go_on(server, admin_user):
    server.answers["/feed"] = reply(rss(server.url("/a")), content_type="application/rss+xml")

    (line,) = add_sites([server.url("/feed")], admin_user, patience=0)

    assert line.state in ("waiting", "added")
    lines = add_sites([server.url("/feed")], admin_user)
    assert (lines[0].state in ("known", "added"), Feed.objects.count()) == (True, 1)


def test_add_sites_takes_a_hundred_at_once(admin_user):
    lines = add_sites(["ftp://example.org"] * 101, admin_user)

    assert [line.note.startswith("Not looked at") for line in lines] == [False] * 100 + [True]
