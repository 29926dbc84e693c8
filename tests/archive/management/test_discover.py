from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from archive.models import Feed
from tests.archive.pages import feed as rss
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)


def discover(*args: str) -> str:
    out = StringIO()
    call_command("discover", *args, stdout=out)
    return out.getvalue()


@pytest.fixture
def site(server):
    server.answers |= {
        "/": reply(b'<link rel="alternate" type="application/rss+xml" href="/feed">'),
        "/feed": reply(rss(server.url("/a"), server.url("/b"))),
    }
    return server


def test_discover_prints_proposals_and_adds_none(site):
    assert discover(site.url()) == (
        f"RSS, Atom or JSON feed: {site.url('/feed')} (2 articles)\n"
        "Add them with --add, or single ones by giving their address with --add.\n"
    )
    assert not Feed.objects.exists()


def test_discover_adds_feeds_once(site):
    for _ in range(2):
        discover(site.url(), "--add")
    feed = Feed.objects.get()
    assert (feed.url, feed.kind, feed.outlet.host) == (site.url("/feed"), Feed.Kind.FEED, site.address)
    assert Feed.objects.due().get() == feed


def test_discover_a_site_that_cannot_be_reached_is_an_error(server):
    with pytest.raises(CommandError, match="check the address"):
        discover(server.url("/missing"))


def test_discover_a_site_that_announces_nothing_is_an_error(server):
    server.answers["/"] = reply(b"<p>Under construction")
    with pytest.raises(CommandError, match="announces no articles"):
        discover(server.url())


def test_discover_a_server_of_ones_own_says_how_it_is_let_pass():
    with pytest.raises(CommandError, match="ARCHIVE_ALLOWED_PRIVATE=127.0.0.1:8801"):
        call_command("discover", "http://127.0.0.1/")
