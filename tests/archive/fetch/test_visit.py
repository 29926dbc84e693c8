from datetime import UTC, datetime

import pytest

from archive.errors import AddressError, RedirectError, RefusedError, StatusError
from archive.fetch import Response, Validators, fetch
from tests.archive.server import reply

PAGE = b"<html><p>The mayor said: \xe2\x80\x9cNo.\xe2\x80\x9d"


def test_fetch_page(server):
    server.answers["/a?b=c"] = reply(PAGE, content_type="text/html", etag='"1"', X_Two="1")
    before = datetime.now(UTC)
    response = fetch(server.url("/a?b=c#part"))
    assert before <= response.fetched_at <= datetime.now(UTC)
    assert response == Response(
        requested_url=server.url("/a?b=c#part"),
        url=server.url("/a?b=c"),
        status=200,
        headers={"content-length": str(len(PAGE)), "content-type": "text/html", "etag": '"1"', "x-two": "1"},
        content=PAGE,
        fetched_at=response.fetched_at,
        reason="OK",
        http_version="HTTP/1.1",
        raw_headers=(
            ("content-length", str(len(PAGE))),
            ("content-type", "text/html"),
            ("etag", '"1"'),
            ("X-Two", "1"),
        ),
        request_headers=response.request_headers,
    )


def test_fetch_says_who_asks(server, settings):
    settings.ARCHIVE_CONTACT = "curators@archive.example"
    server.answers["/"] = reply(PAGE)
    fetch(server.url())
    assert server.header("User-Agent") == "QuoteArchive/0.1.0 (+curators@archive.example)"
    assert server.header("Accept-Encoding") == "gzip"
    assert server.header("Host") == server.address


def test_fetch_pdf(server):
    server.answers["/report"] = reply(b"%PDF-1.7", content_type="application/pdf")
    assert fetch(server.url("/report")).content_type == "application/pdf"


def test_fetch_redirects(server):
    server.answers["/old"] = reply(b"moved", status="301 Moved", location="/new#top")
    server.answers["/new"] = reply(status="302 Found", location=server.url("/newest"))
    server.answers["/newest"] = reply(PAGE)
    response = fetch(server.url("/old"))
    assert (response.requested_url, response.url) == (server.url("/old"), server.url("/newest"))
    assert response.content == PAGE
    assert [(hop.url, hop.status, hop.content) for hop in response.redirects] == [
        (server.url("/old"), 301, b""),
        (server.url("/new"), 302, b""),
    ]


def test_fetch_redirect_that_wants_its_cookie_back(server):
    server.answers["/"] = [
        reply(status="302 Found", location="/", set_cookie="consent=asked; Path=/"),
        reply(PAGE),
    ]
    assert fetch(server.url()).content == PAGE
    assert server.header("Cookie") == "consent=asked"


def test_fetch_forgets_cookies(server):
    server.answers["/"] = reply(PAGE, set_cookie="id=1; Path=/")
    fetch(server.url())
    fetch(server.url())
    assert server.header("Cookie") is None


def test_fetch_redirects_in_circles(server):
    server.answers["/"] = reply(status="302 Found", location="/")
    with pytest.raises(RedirectError) as caught:
        fetch(server.url())
    assert str(caught.value) == f"{server.url()} redirects in circles: give the article's own address."
    assert len(server.paths) == 11


def test_fetch_unchanged(server):
    server.answers["/"] = reply(status="304 Not Modified", etag='"1"')
    response = fetch(server.url(), validators=Validators('"1"', "Mon, 02 Mar 2026 09:30:00 GMT"))
    assert response.not_modified
    assert response.content == b""
    assert server.header("If-None-Match") == '"1"'
    assert server.header("If-Modified-Since") == "Mon, 02 Mar 2026 09:30:00 GMT"


def test_fetch_unchanged_without_having_asked(server):
    server.answers["/"] = reply(status="304 Not Modified")
    with pytest.raises(StatusError):
        fetch(server.url())


def test_fetch_validators_of_the_last_response(server):
    server.answers["/"] = reply(PAGE, etag='W/"2"', last_modified="Mon, 02 Mar 2026 09:30:00 GMT")
    assert fetch(server.url()).validators == Validators('W/"2"', "Mon, 02 Mar 2026 09:30:00 GMT")


def test_fetch_validators_that_are_no_ascii(server):
    server.answers["/"] = reply(PAGE)
    fetch(server.url(), validators=Validators("“1”"))
    assert server.header("If-None-Match") is None


@pytest.mark.parametrize(
    ("status", "sentence", "final"),
    [
        ("401 Unauthorized", "wants a password: supply a saved copy of the page instead (status 401).", True),
        (
            "403 No",
            "refuses the archive: ask the publisher, or supply a saved copy of the page (status 403).",
            True,
        ),
        ("404 Not Found", "does not exist there: check the address (status 404).", True),
        ("418 Tea", "gave no page but “I'm a Teapot”: open it in a browser to see why (status 418).", True),
        ("429 Too Many", "was asked for too often: try again later (status 429).", False),
        ("500 Oops", "met an error of its server: try again later (status 500).", False),
        ("503 Wait", "is not available at present: try again later (status 503).", False),
        (
            "300 Choose",
            "gave no page but “Multiple Choices”: open it in a browser to see why (status 300).",
            False,
        ),
        (
            "499 What",
            "gave no page but “an unknown status”: open it in a browser to see why (status 499).",
            True,
        ),
    ],
)
def test_fetch_error_status(server, status, sentence, final):
    server.answers["/a"] = reply(b"sorry", status=status)
    with pytest.raises(StatusError) as caught:
        fetch(server.url("/a"))
    assert str(caught.value) == f"{server.url('/a')} {sentence}"
    assert (caught.value.status, caught.value.final) == (int(status[:3]), final)


def test_fetch_no_address(server):
    with pytest.raises(AddressError):
        fetch("ftp://example.org/")


def test_fetch_what_robots_may_not_read(server):
    server.answers["/robots.txt"] = reply(b"User-agent: *\nDisallow: /private/")
    server.answers["/private/a"] = server.answers["/open"] = reply(PAGE)
    with pytest.raises(RefusedError) as caught:
        fetch(server.url("/private/a"))
    assert str(caught.value) == (
        f"{server.url('/private/a')} is closed to robots: ask 127.0.0.1, or supply a saved copy of the page."
    )
    assert fetch(server.url("/open")).content == PAGE
    assert server.paths == ["/open"]


def test_fetch_redirect_to_what_robots_may_not_read(server):
    server.answers["/robots.txt"] = reply(b"User-agent: QuoteArchive\nDisallow: /private/")
    server.answers["/"] = reply(status="302 Found", location="/private/a")
    with pytest.raises(RefusedError):
        fetch(server.url())
    assert server.paths == ["/"]
