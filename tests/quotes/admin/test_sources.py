"""The curators' page of sources: states, buttons, adding, and lists in and out."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archive.models import Alarm, Article, Feed, Run
from quotes.models import Harvest
from tests.archive.conftest import own_politeness, server
from tests.archive.pages import feed as rss
from tests.archive.server import reply
from tests.quotes.rows import make_outlet

__all__ = ["own_politeness", "server"]
pytestmark = pytest.mark.django_db(transaction=True)


def make_feed(**values) -> Feed:
    outlet = values.pop("outlet", None) or make_outlet()
    return Feed.objects.create(
        **{"outlet": outlet, "url": f"https://{outlet.host}/feed", "collected_at": timezone.now()} | values
    )


def make_alarm(feed: Feed, **values) -> Alarm:
    defaults = {"kind": "silent", "detail": "No new article.", "raised_at": timezone.now()}
    return Alarm.objects.create(outlet=feed.outlet, feed=feed, **defaults | values)


def page(admin_client, name="admin-sources", **query):
    return admin_client.get(reverse(name), query)


def states(response) -> dict[str, str]:
    return {glance.feed.url: glance.state for glance in response.context["glances"]}


def test_sources_show_their_state(admin_client):
    well, new = make_feed(), make_feed(collected_at=None)
    failing, paused = make_feed(attempts=1, last_error="Status 500."), make_feed(active=False)
    silent = make_feed()
    make_alarm(silent)

    assert states(page(admin_client)) == {
        well.url: "well",
        new.url: "new",
        failing.url: "failing",
        paused.url: "paused",
        silent.url: "alarm",
    }
    assert set(states(page(admin_client, show="trouble"))) == {failing.url, silent.url}
    assert set(states(page(admin_client, show="paused"))) == {paused.url}
    assert set(states(page(admin_client, q=well.url))) == {well.url}


def test_sources_show_what_the_last_week_brought(admin_client):
    feed = make_feed()
    for days, new in ((0, 3), (1, 2), (9, 50)):
        started_at = timezone.now() - timedelta(days=days)
        run = Run.objects.create(feed=feed, started_at=started_at, new=new, fetched=new, failed=1)
        Harvest.objects.create(run=run, articles=new, quotes=2 * new)

    (glance,) = page(admin_client).context["glances"]

    assert (glance.week.new, glance.week.failed, glance.week.ratio) == (5, 2, 2.0)


def test_sources_take_a_constant_number_of_queries(admin_client):
    counts = []
    for _ in range(2):
        for _ in range(3):
            make_alarm(make_feed(attempts=1))
        with CaptureQueriesContext(connection) as queries:
            assert page(admin_client).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def post(client, name, row=None, **data):
    return client.post(reverse(name, args=[row.pk] if row else []), data, follow=True)


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_pause_and_resume(admin_client):
    feed = make_feed(attempts=5, next_at=None)

    post(admin_client, "admin-pause-source", feed)
    feed.refresh_from_db()
    assert feed.active is False

    assert said(post(admin_client, "admin-resume-source", feed)) == [f"Feed {feed} is collected again."]
    feed.refresh_from_db()
    assert (feed.active, feed.attempts, feed.next_at <= timezone.now()) == (True, 0, True)
    assert [entry.history_user.username for entry in feed.history.all()[:1]] == ["admin"]


def test_collect_now_visits_the_feed_and_leaves_its_articles_to_the_worker(admin_client, server):
    server.answers["/feed"] = reply(rss(server.url("/a")))
    feed = make_feed(url=server.url("/feed"), outlet=make_outlet(host=server.address))

    said_of_it = said(post(admin_client, "admin-collect-source", feed))

    assert said_of_it == [f"Visited {feed}: 1 found, 1 new: a worker collects them now."]
    assert (Article.objects.due().count(), server.paths) == (1, ["/feed"])


def test_collect_now_tells_why_it_failed(admin_client, server):
    feed = make_feed(url=server.url("/feed"))

    assert "404" in said(post(admin_client, "admin-collect-source", feed))[0]


def test_collect_now_of_a_feed_that_a_worker_holds(admin_client):
    feed = make_feed(lease_until=timezone.now() + timedelta(minutes=1))

    assert "is being collected right now" in said(post(admin_client, "admin-collect-source", feed))[0]


def test_dismissed_alarm_is_shown_no_more(admin_client):
    feed = make_feed()
    alarm = make_alarm(feed)
    assert "No new article." in page(admin_client).content.decode()

    post(admin_client, "admin-dismiss-alarm", alarm)

    assert states(page(admin_client)) == {feed.url: "well"}


def test_check_now_raises_alarms(admin_client):
    make_feed(attempts=4, last_error="Status 500.")

    assert said(post(admin_client, "admin-check-sources")) == ["All sources are checked: 1 new alarm."]
    assert Alarm.objects.open().count() == 1


@pytest.mark.parametrize(
    "place", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "a page"]
)
def test_buttons_lead_back_to_this_site_alone(admin_client, place):
    response = admin_client.post(reverse("admin-check-sources"), {"next": place})

    assert response["Location"] == reverse("admin-sources")


def test_add_by_address_has_a_line_for_each(admin_client, server):
    home = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>'
    server.answers |= {
        "/": reply(home, content_type="text/html"),
        "/feed": reply(rss(server.url("/a")), content_type="application/rss+xml"),
    }
    known = make_feed(url=server.url("/other"))
    server.answers["/other"] = reply(rss(server.url("/b")), content_type="application/rss+xml")
    pasted = f"{server.url('/')}\n\n{known.url}\nftp://example.org\n{server.url('/')}\n"

    lines = post(admin_client, "admin-add-sources", addresses=pasted).context["lines"]

    assert [line.state for line in lines] == ["added", "known", "failed"]
    assert server.url("/feed") in lines[0].note
    assert "give one that starts with http" in lines[2].note
    feed = Feed.objects.get(url=server.url("/feed"))
    assert (feed.outlet.host, feed.kind, feed.next_at <= timezone.now()) == (server.address, "feed", True)


def listed() -> list[tuple]:
    columns = ("url", "kind", "active", "outlet__name", "outlet__homepage", "outlet__country")
    return list(Feed.objects.order_by("url").values_list(*columns))


@pytest.mark.parametrize("suffix", ["opml", "csv"])
def test_list_goes_out_and_in_again(admin_client, suffix):
    homepage = "https://slate.example/"
    outlet = make_outlet(name="The “Slate” & Co", homepage=homepage, country="GB", host="slate.example")
    make_feed(outlet=outlet, url="https://slate.example/feed?a=1&b=2")
    make_feed(outlet=outlet, url="https://slate.example/news.xml", kind="sitemap", active=False)
    before = listed()
    content = page(admin_client, f"admin-sources-{suffix}").content
    Feed.objects.all().delete()
    outlet.delete()

    response = post(admin_client, "admin-add-sources", file=SimpleUploadedFile(f"list.{suffix}", content))

    assert [line.state for line in response.context["lines"]] == ["added", "added"]
    assert listed() == before


def test_list_that_is_none_says_so(admin_client):
    response = post(admin_client, "admin-add-sources", file=SimpleUploadedFile("list.csv", b"name\nSlate\n"))

    assert "It has no rows with a column url" in response.content.decode()
    assert response.context["lines"] == []


NAMES = [
    "admin-sources",
    "admin-add-sources",
    "admin-discover-sources",
    "admin-dashboard",
    "admin-sources-opml",
    "admin-sources-csv",
]


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_closed_to_readers_and_to_staff_without_permission(name, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))
    assert page(client, name).status_code == 302

    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert page(client, name).status_code == 403


def test_who_may_only_look_has_no_buttons(client, django_user_model):
    clerk = django_user_model.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.add(Permission.objects.get(codename="view_feed"))
    client.force_login(clerk)
    feed = make_feed()

    assert "Collect now" not in page(client).content.decode()
    assert client.post(reverse("admin-pause-source", args=[feed.pk])).status_code == 403
