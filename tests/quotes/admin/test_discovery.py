"""Feeds of one site: proposed, chosen, added."""

import pytest
from django.urls import reverse

from archive.models import Feed
from tests.archive.conftest import own_politeness, server
from tests.archive.pages import feed as rss
from tests.archive.server import reply
from tests.quotes.rows import make_outlet

__all__ = ["own_politeness", "server"]
pytestmark = pytest.mark.django_db(transaction=True)

HOME = b"""<html><head><link rel="alternate" type="application/rss+xml" href="/news.xml">
<link rel="alternate" type="application/rss+xml" href="/sport.xml"></head></html>"""


@pytest.fixture
def site(server):
    server.answers |= {
        "/": reply(HOME, content_type="text/html"),
        "/news.xml": reply(rss(server.url("/a"), server.url("/b"))),
        "/sport.xml": reply(rss(server.url("/c"))),
    }
    return server


def post(admin_client, **values):
    return admin_client.post(reverse("admin-discover-sources"), values)


def test_discover_proposes_what_the_site_announces_and_adds_nothing(admin_client, site):
    Feed.objects.create(outlet=make_outlet(), url=site.url("/sport.xml"))

    proposals = post(admin_client, url=site.url("/")).context["proposals"]

    assert [(each.url, each.kind, each.articles, each.known) for each in proposals] == [
        (site.url("/news.xml"), "feed", 2, False),
        (site.url("/sport.xml"), "feed", 1, True),
    ]
    assert Feed.objects.count() == 1


def test_discover_adds_what_is_chosen(admin_client, site):
    chosen = [f"feed {site.url('/news.xml')}"]

    response = post(admin_client, url=site.url("/"), chosen=chosen)

    assert [line.state for line in response.context["lines"]] == ["added"]
    feed = Feed.objects.get()
    assert (feed.url, feed.kind, feed.outlet.host) == (site.url("/news.xml"), "feed", site.address)


@pytest.mark.parametrize(
    ("path", "reason"), [("/nowhere", "does not exist there"), ("/empty", "announces no articles")]
)
def test_discover_says_why_there_is_nothing_to_choose(admin_client, site, path, reason):
    site.answers["/empty"] = reply(b"<p>Nothing", content_type="text/html")

    page = post(admin_client, url=site.url(path))

    assert reason in page.content.decode()


def test_discover_of_a_kind_that_nobody_offered_is_refused(admin_client, site):
    lines = post(admin_client, url=site.url("/"), chosen=["podcast https://a.example/"]).context["lines"]

    assert ([line.state for line in lines], Feed.objects.count()) == (["failed"], 0)


def test_outlet_leads_to_its_feeds(admin_client):
    outlet = make_outlet(homepage="https://slate.example/?a=1&b=2")

    page = admin_client.get(reverse("admin:archive_outlet_change", args=[outlet.pk])).content.decode()

    link = "/admin/sources/discover/?url=https%3A%2F%2Fslate.example%2F%3Fa%3D1%26b%3D2"
    assert link in page
    assert f'value="{outlet.homepage.replace("&", "&amp;")}"' in admin_client.get(link).content.decode()
