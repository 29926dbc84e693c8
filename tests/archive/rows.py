"""Rows and responses for the tests of captures: what a test does not name is filled in."""

from datetime import UTC, datetime
from itertools import count

from archive.fetch import Response
from archive.models import Article, Outlet

numbers = count(1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def make_article() -> Article:
    number = next(numbers)
    outlet = Outlet.objects.create(name="Gazette", slug=f"gazette-{number}", host=f"{number}.example")
    url = f"https://{number}.example/story"
    return Article.objects.create(outlet=outlet, url=url, url_key=url)


def make_response(content: bytes = b"<p>The mayor said: No.", **values) -> Response:
    defaults = {
        "requested_url": "https://gazette.example/story",
        "url": "https://gazette.example/story",
        "status": 200,
        "headers": {"content-type": "text/html", "etag": '"1"'},
        "fetched_at": NOON,
        "reason": "OK",
        "request_headers": (("Host", "gazette.example"), ("User-Agent", "QuoteArchive")),
    }
    return Response(content=content, **defaults | values)
