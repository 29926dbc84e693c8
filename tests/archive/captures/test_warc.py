"""What standard tools read in the files."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.captures import files, preserve, supply
from archive.captures.keep import sha256
from tests.archive.rows import NOON, make_article, make_response

pytestmark = pytest.mark.django_db
WARCIO = Path(sys.executable).parent / "warcio"
LATER = NOON + timedelta(hours=1)


def records(path) -> list[dict]:
    """Type, WARC headers, status line, HTTP headers and payload of each record."""
    with path.open("rb") as stream:
        return [
            {
                "type": record.rec_type,
                "warc": dict(record.rec_headers.headers),
                "line": record.http_headers.statusline if record.http_headers else "",
                "http": record.http_headers.headers if record.http_headers else [],
                "payload": record.content_stream().read(),
            }
            for record in ArchiveIterator(stream)
        ]


def types(path) -> list[tuple[str, str]]:
    return [(each["type"], each["warc"].get("WARC-Target-URI", "")) for each in records(path)]


def file_of(capture):
    return files.root() / capture.warc


def test_write_fetched_as_it_went_over_the_wire():
    response = make_response(
        raw_headers=(
            ("Content-Type", "text/html"),
            ("Content-Encoding", "gzip"),
            ("content-length", "9"),
            ("Set-Cookie", "a=1"),
            ("Set-Cookie", "b=2"),
        )
    )
    capture = preserve(make_article(), response)
    info, answer, request = records(file_of(capture))
    assert info["payload"] == (
        b"software: Quote Archive 0.1.0\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n"
    )
    assert (answer["type"], answer["line"], answer["payload"]) == ("response", "200 OK", response.content)
    assert answer["http"] == [
        ("Content-Type", "text/html"),
        ("X-Archive-Orig-Content-Encoding", "gzip"),
        ("X-Archive-Orig-content-length", "9"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
        ("Content-Length", str(len(response.content))),
    ]
    assert answer["warc"] | {"WARC-Block-Digest": ""} == {
        "WARC-Type": "response",
        "WARC-Record-ID": capture.record_id,
        "WARC-Target-URI": "https://gazette.example/story",
        "WARC-Date": "2026-03-02T12:00:00.000000Z",
        "WARC-Payload-Digest": f"sha256:{sha256(response.content)}",
        "WARC-Block-Digest": "",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": answer["warc"]["Content-Length"],
    }
    assert (request["type"], request["line"]) == ("request", "/story HTTP/1.1")
    assert request["http"] == [("Host", "gazette.example"), ("User-Agent", "QuoteArchive")]
    assert request["warc"]["WARC-Concurrent-To"] == capture.record_id


def test_write_fetched_with_redirects():
    hop = make_response(b"", url="https://gazette.example/old", status=301, headers={"location": "/story"})
    capture = preserve(make_article(), make_response(redirects=(hop,)))
    assert types(file_of(capture)) == [
        ("warcinfo", ""),
        ("response", "https://gazette.example/story"),
        ("response", "https://gazette.example/old"),
        ("request", "https://gazette.example/old"),
        ("request", "https://gazette.example/story"),
    ]


def test_write_fetched_odd_letters():
    response = make_response(
        url="https://gazette.example/café?q=\r\nx", reason="Très bien", headers={"x-city": "München"}
    )
    answer = records(file_of(preserve(make_article(), response)))[1]
    assert answer["warc"]["WARC-Target-URI"] == "https://gazette.example/caf%C3%A9?q=%0D%0Ax"
    assert answer["line"] == "200 Tr?s bien"
    assert answer["http"][0] == ("x-city", "M%C3%BCnchen")


@pytest.mark.parametrize(
    ("status", "content", "profile"),
    [(200, b"<p>The mayor said: No.", "identical-payload-digest"), (304, b"", "server-not-modified")],
)
def test_write_sighting(status, content, profile):
    article = make_article()
    capture = preserve(article, make_response())
    preserve(article, make_response(content, status=status, fetched_at=LATER))
    [sighting] = files.sightings(capture)
    _, revisit, request = records(sighting)
    assert revisit["warc"] | {"WARC-Block-Digest": "", "WARC-Record-ID": "", "Content-Length": ""} == {
        "WARC-Type": "revisit",
        "WARC-Record-ID": "",
        "WARC-Profile": f"http://netpreserve.org/warc/1.1/revisit/{profile}",
        "WARC-Refers-To": capture.record_id,
        "WARC-Refers-To-Target-URI": "https://gazette.example/story",
        "WARC-Refers-To-Date": "2026-03-02T12:00:00.000000Z",
        "WARC-Target-URI": "https://gazette.example/story",
        "WARC-Date": "2026-03-02T13:00:00.000000Z",
        "WARC-Payload-Digest": f"sha256:{capture.sha256}",
        "WARC-Block-Digest": "",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": "",
    }
    assert request["warc"]["WARC-Concurrent-To"] == revisit["warc"]["WARC-Record-ID"]


def test_write_supplied_names_the_supplier():
    article = make_article()
    capture = supply(
        article, b"<p>No.", url=article.url, content_type="text/html", supplied_by="Ann  Example\nof Kiel"
    )
    _, resource, metadata = records(file_of(capture))
    assert (resource["type"], resource["payload"]) == ("resource", b"<p>No.")
    assert resource["warc"]["Content-Type"] == "text/html"
    assert metadata["payload"] == b"supplied-by: Ann Example of Kiel\r\n"
    assert metadata["warc"]["WARC-Concurrent-To"] == capture.record_id


def test_warcio_finds_nothing_wrong(folder):
    article = make_article()
    hop = make_response(b"", status=301)
    preserve(article, make_response(b"\0" * 100_000, redirects=(hop,)))
    preserve(article, make_response(b"\0" * 100_000, fetched_at=LATER))
    preserve(article, make_response(b"", fetched_at=LATER + timedelta(hours=1)))
    supply(article, b"No.", url=article.url, content_type="", supplied_by="Ann")
    paths = sorted(folder.rglob("*.warc.gz"))
    assert len(paths) == 4
    checked = subprocess.run([WARCIO, "check", "-v", *paths], capture_output=True, text=True, check=True)
    assert checked.stdout.count("WARC-Record-ID") == 14
    assert checked.stdout.count("digest pass") == 13  # a revisit's digest is that of another record
