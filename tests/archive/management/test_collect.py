from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from archive.collect import article_at
from archive.models import Article, Feed, Outlet
from tests.archive.pages import feed as rss
from tests.archive.pages import page
from tests.archive.server import reply

pytestmark = pytest.mark.django_db(transaction=True)


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def feed(server) -> Feed:
    server.answers |= {
        "/feed": reply(rss(server.url("/a"), server.url("/b"))),
        "/a": reply(page(), content_type="text/html"),
    }
    outlet = Outlet.objects.create(name="The Slate", slug="slate", host=server.address)
    return Feed.objects.create(outlet=outlet, url=server.url("/feed"))


def collect(*args: str, stderr: StringIO | None = None) -> str:
    out = StringIO()
    call_command("collect", *args, stdout=out, stderr=stderr or StringIO())
    return out.getvalue()


def test_collect_prints_a_line_for_each_feed_and_article(server, feed):
    assert collect() == (
        f"{feed.url}: 2 found, 2 new\n"
        f"  new: {server.url('/a')}\n"
        f"  failed: {server.url('/b')} does not exist there: check the address (status 404).\n"
        "1 feeds (0 failed); articles: 1 new, 1 failed\n"
    )


def test_collect_on_a_terminal_shows_a_bar_and_what_failed(server, feed, capsys):
    assert collect(stderr=Terminal()) == "1 feeds (0 failed); articles: 1 new, 1 failed\n"
    shown = capsys.readouterr().err
    assert "2/2" in shown
    assert f"failed: {server.url('/b')}" in shown


def test_collect_with_nothing_due(db):
    assert collect() == "0 feeds (0 failed); articles: none due\n"


def test_collect_one_feed_leaves_the_rest(server, feed):
    other = article_at(server.url("/other"))
    collect("--feed", feed.url)
    assert Article.objects.due().get() == other


def test_collect_feed_that_is_unknown_says_what_to_do():
    with pytest.raises(CommandError, match="manage.py discover https://example.org/feed --add"):
        collect("--feed", "https://example.org/feed")


def test_collect_feed_that_is_being_collected(feed):
    Feed.objects.leased(feed.pk)
    with pytest.raises(CommandError, match="right now"):
        collect("--feed", feed.url)


def test_collect_fails_if_every_feed_failed(server, feed):
    server.answers["/feed"] = reply(status="500 Broken")
    with pytest.raises(CommandError, match="No feed could be read"):
        collect()
