import gzip
from contextlib import suppress
from datetime import timedelta

import pytest

from archive.captures import files, load, preserve, verify
from archive.captures.records import members
from archive.errors import CaptureError
from archive.models import Capture
from archive.scrapers.base import Page
from tests.archive.rows import NOON, make_article, make_response

pytestmark = pytest.mark.django_db


@pytest.fixture
def capture():
    return preserve(make_article(), make_response())


def overwrite(capture, content: bytes) -> None:
    path = files.root() / capture.warc
    path.chmod(0o644)
    path.write_bytes(content)


def forged(capture, old: bytes, new: bytes) -> bytes:
    """The file with other words, compressed as it should be."""
    return b"".join(gzip.compress(each.content.replace(old, new)) for each in members(content(capture)))


def content(capture) -> bytes:
    return (files.root() / capture.warc).read_bytes()


def test_load_page(capture):
    assert load(capture) == Page(
        b"<p>The mayor said: No.",
        "https://gazette.example/story",
        {"content-type": "text/html", "etag": '"1"'},
    )


@pytest.mark.parametrize("body", [b"", b"\0\xff" * 100_000, b"HTTP/1.1 200 OK\r\n\r\n", b"WARC/1.1\r\n"])
def test_load_any_bytes(body):
    assert load(preserve(make_article(), make_response(body))).content == body


def test_load_file_gone(capture):
    files.remove(files.root() / capture.warc)
    with pytest.raises(CaptureError) as caught:
        load(capture)
    assert str(caught.value).startswith(f"{capture.warc} cannot be read ([Errno 2] No such file")


def test_load_content_forged(capture):
    overwrite(capture, forged(capture, b"said: No.", b"said: Si."))
    with pytest.raises(
        CaptureError, match=r"cannot be read \(.*digest failed.*\): restore it from a backup\.$"
    ):
        load(capture)


def test_load_other_content_with_good_digests(capture):
    other = preserve(make_article(), make_response(b"<p>The mayor said: Yes."))
    overwrite(capture, forged(other, other.record_id.encode(), capture.record_id.encode()))
    with pytest.raises(CaptureError) as caught:
        load(capture)
    assert str(caught.value) == (
        f"{capture.warc} no longer holds what was captured from https://gazette.example/story: "
        "restore it from a backup."
    )


def test_load_record_missing(capture):
    Capture.objects.update(record_id="<urn:uuid:none>")
    capture.refresh_from_db()
    with pytest.raises(CaptureError):
        load(capture)


def test_load_torn_at_any_point(capture):
    """Either the capture's own record is whole, or an error says so."""
    whole = content(capture)
    for length in range(0, len(whole), 7):
        overwrite(capture, whole[:length])
        with suppress(CaptureError):
            assert load(capture).content == b"<p>The mayor said: No."


def test_verify_whole(capture):
    preserve(capture.article, make_response(fetched_at=NOON + timedelta(hours=1)))
    verify(capture)


def test_verify_torn_at_any_point(capture):
    """No tail is lost unnoticed: not even the request's, after the content."""
    whole = content(capture)
    for length in range(0, len(whole), 7):
        overwrite(capture, whole[:length])
        with pytest.raises(CaptureError, match="restore it from a backup"):
            verify(capture)


def test_verify_any_byte_changed(capture):
    whole = content(capture)
    page, loaded = load(capture), []
    for position in range(len(whole)):
        overwrite(capture, whole[:position] + bytes([whole[position] ^ 0x55]) + whole[position + 1 :])
        with suppress(CaptureError):
            verify(capture)
            loaded.append(load(capture))
    assert loaded == [page] * len(loaded)  # bytes of gzip's own that mean nothing, as the name of the system
    assert len(loaded) < 20


def test_verify_damaged_sighting(capture):
    preserve(capture.article, make_response(fetched_at=NOON + timedelta(hours=1)))
    [sighting] = files.sightings(capture)
    damaged = sighting.read_bytes()[:300]
    sighting.chmod(0o644)
    sighting.write_bytes(damaged)
    with pytest.raises(CaptureError) as caught:
        verify(capture)
    assert str(caught.value).startswith(f"2026/03/02/{sighting.name} cannot be read (")
