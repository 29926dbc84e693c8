import pytest

from archive.errors import BusyError, RefusedError, UnreachableError
from archive.fetch import fetch, robots
from tests.archive.server import reply


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_text_of_first_group(mark):
    text = robots.text_of(mark + b"User-agent: *\nDisallow: /")
    assert not robots.allows(text, "https://example.org/a")


def test_text_of_no_utf_8():
    text = robots.text_of(b"# caf\xe9\nUser-agent: *\nDisallow: /a")
    assert not robots.allows(text, "https://example.org/a")


def test_text_of_endless_rules():
    assert len(robots.text_of(b"a" * 1_000_000)) == robots.MAX_BYTES


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: QuoteArchive\nAllow: /", "/a", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: quotearchive\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /news\nAllow: /news/open", "/news/open/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("<html>not found</html>", "/a", True),
    ],
)
def test_allows_rules(rules, path, allowed):
    assert robots.allows(rules, f"https://example.org{path}") is allowed


@pytest.mark.parametrize(
    ("asked", "delay"), [("2.5", 2.5), ("-1", 0), ("soon", 0), ("nan", 0), ("1e400", 0), ("99999", 3600)]
)
def test_crawl_delay_asked_for(asked, delay):
    assert robots.crawl_delay(f"User-agent: *\nCrawl-delay: {asked}") == delay


@pytest.mark.parametrize("status", ["400 Bad", "401 No", "403 No", "404 None", "410 Gone", "451 Law"])
def test_fetch_without_rules(server, status):
    server.answers["/robots.txt"] = reply(b"User-agent: *\nDisallow: /", status=status)
    server.answers["/"] = reply(b"page")
    assert fetch(server.url()).content == b"page"


@pytest.mark.parametrize("status", ["429 Slow", "500 Oops", "503 Later"])
def test_fetch_rules_not_to_be_had(server, status):
    server.answers["/robots.txt"] = reply(status=status)
    with pytest.raises(BusyError) as caught:
        fetch(server.url("/a"))
    assert str(caught.value) == (
        f"127.0.0.1 cannot say at present what robots may read (status {status[:3]} for robots.txt): "
        "try again later."
    )
    assert (caught.value.url, caught.value.retry_after, caught.value.final) == (server.url("/a"), 600, False)
    assert server.paths == []


def test_fetch_rules_that_redirect(server):
    server.answers["/robots.txt"] = reply(status="301 Moved", location="/rules")
    server.answers["/rules"] = reply(b"User-agent: *\nDisallow: /a")
    with pytest.raises(RefusedError):
        fetch(server.url("/a"))


def test_fetch_rules_that_redirect_in_circles(server):
    server.answers["/robots.txt"] = reply(status="301 Moved", location="/robots.txt")
    server.answers["/"] = reply(b"page")
    assert fetch(server.url()).content == b"page"


def test_fetch_rules_break_off(server):
    server.answers["/robots.txt"] = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nUser"
    with pytest.raises(UnreachableError) as caught:
        fetch(server.url("/a"))
    assert caught.value.url == server.url("/a")


def test_fetch_asks_for_the_rules_once(server):
    server.answers["/robots.txt"] = reply(b"User-agent: *\nDisallow: /a")
    server.answers["/"] = reply(b"page")
    fetch(server.url())
    fetch(server.url())
    assert [request.split()[1] for request in server.requests] == [b"/robots.txt", b"/", b"/"]
