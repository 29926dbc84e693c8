"""WARC 1.1 records of what was fetched or supplied, as standard tools read them.

A payload is stored freed of its transfer and content encoding, so that its digest is that of the content; the
headers that spoke of the encoding are kept under names that start with ``X-Archive-Orig-``.
"""

import io
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO
from urllib.parse import quote, urlsplit

from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive import __version__
from archive.fetch import Response

VERSION = "1.1"
URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~"
OF_ENCODING = ("content-encoding", "transfer-encoding", "content-length")
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_builder = RecordBuilder(warc_version=VERSION)


@dataclass(frozen=True, slots=True)
class Kept:
    """The record that a later sighting refers to; ``sha256`` in hexadecimal."""

    record_id: str
    url: str
    sha256: str
    fetched_at: datetime


def write_fetched(out: BinaryIO, response: Response, kept: Kept) -> None:
    """Response and request, and between them the redirects that led there."""
    records = [_info(), _answer(response, kept.record_id, kept.sha256)]
    for redirect in response.redirects:
        redirect_id = new_id()
        records += [_answer(redirect, redirect_id), _request(redirect, redirect_id)]
    _write(out, [*records, _request(response, kept.record_id)])


def write_supplied(out: BinaryIO, content: bytes, content_type: str, supplier: str, kept: Kept) -> None:
    """The content as a resource, and who supplied it as metadata."""
    resource = _builder.create_warc_record(
        as_uri(kept.url),
        "resource",
        payload=io.BytesIO(content),
        length=len(content),
        warc_content_type=_one_line(content_type) or "application/octet-stream",
        warc_headers_dict=_head(kept.record_id, kept.fetched_at, kept.sha256),
    )
    said = f"supplied-by: {_one_line(supplier)}\r\n".encode()
    metadata = _builder.create_warc_record(
        as_uri(kept.url),
        "metadata",
        payload=io.BytesIO(said),
        length=len(said),
        warc_headers_dict=_head(new_id(), kept.fetched_at) | {"WARC-Concurrent-To": kept.record_id},
    )
    _write(out, [_info(), resource, metadata])


def write_sighting(out: BinaryIO, response: Response, kept: Kept) -> None:
    """A revisit: the source had the kept content still, or said that it was not modified."""
    record_id = new_id()
    revisit = _builder.create_revisit_record(
        as_uri(response.url),
        f"sha256:{kept.sha256}",
        as_uri(kept.url),
        _iso(kept.fetched_at),
        http_headers=_http_headers(response),
        warc_headers_dict=_head(record_id, response.fetched_at) | {"WARC-Refers-To": kept.record_id},
    )
    if response.not_modified:
        revisit.rec_headers.replace_header("WARC-Profile", NOT_MODIFIED)
    _write(out, [_info(), revisit, _request(response, record_id)])


def as_uri(url: str) -> str:
    """As a URI, whatever the address had in it: a line break would be another header."""
    return quote(url, safe=URL_CHARACTERS)


def _write(out: BinaryIO, records: Iterable[ArcWarcRecord]) -> None:
    writer = WARCWriter(out, gzip=True, warc_version=VERSION)
    for record in records:
        writer.write_record(record)


def _info() -> ArcWarcRecord:
    software = f"Quote Archive {__version__}"
    return _builder.create_warcinfo_record(
        None, {"software": software, "format": "WARC File Format 1.1", "robots": "obey"}
    )


def _answer(response: Response, record_id: str, sha256: str = "") -> ArcWarcRecord:
    return _builder.create_warc_record(
        as_uri(response.url),
        "response",
        payload=io.BytesIO(response.content),
        length=len(response.content),
        http_headers=_http_headers(response),
        warc_headers_dict=_head(record_id, response.fetched_at, sha256),
    )


def _request(response: Response, answer_id: str) -> ArcWarcRecord:
    parts = urlsplit(as_uri(response.url))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _builder.create_warc_record(
        as_uri(response.url),
        "request",
        http_headers=StatusAndHeaders(
            f"GET {target} HTTP/1.1", list(response.request_headers), is_http_request=True
        ),
        warc_headers_dict=_head(new_id(), response.fetched_at) | {"WARC-Concurrent-To": answer_id},
    )


def _http_headers(response: Response) -> StatusAndHeaders:
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() in OF_ENCODING else name, value)
        for name, value in response.raw_headers or response.headers.items()
    ]
    if not response.not_modified:
        headers.append(("Content-Length", str(len(response.content))))
    reason = response.reason.encode("ascii", "replace").decode()
    return StatusAndHeaders(f"{response.status} {reason}", headers, protocol=response.http_version)


def _head(record_id: str, moment: datetime, sha256: str = "") -> dict[str, str]:
    head = {"WARC-Record-ID": record_id, "WARC-Date": _iso(moment)}
    return head | ({"WARC-Payload-Digest": f"sha256:{sha256}"} if sha256 else {})


def _iso(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def new_id() -> str:
    return f"<{uuid.uuid4().urn}>"


def _one_line(text: str) -> str:
    return " ".join(text.split())
