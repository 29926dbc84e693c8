"""Captures as one file for ReplayWeb.page and its like: WACZ 1.1.1, a ZIP of WARC files, index and pages.

https://specs.webrecorder.net/wacz/1.1.1/
"""

import gzip
import hashlib
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from archive import __version__
from archive.models import Capture

from . import files
from .load import readable
from .records import Member, members
from .surt import surt
from .warc import as_uri

INDEXED = ("response", "revisit", "resource")
LINES_A_BLOCK = 1000


def write_wacz(captures: Iterable[Capture], out: BinaryIO, title: str) -> None:
    """All files of these captures, sightings included; raises ``CaptureError`` for a damaged one."""
    lines: list[str] = []
    pages = [_json({"format": "json-pages-1.0", "id": "pages", "title": title})]
    with zipfile.ZipFile(out, "w") as archive:
        package = Package(archive)
        for capture in captures:
            pages.append(_page(capture))
            for path in [files.root() / capture.warc, *files.sightings(capture)]:
                lines += _add_file(package, path)
        _add_index(package, sorted(lines))
        package.add("pages/pages.jsonl", _text(pages))
        package.finish(title)


class Package:
    """The ZIP file, and the list of what is in it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._resources: list[dict[str, Any]] = []

    def add(self, path: str, content: bytes) -> None:
        """Uncompressed, so that a reader on the web can fetch parts."""
        self._archive.writestr(path, content)
        self._resources.append(
            {
                "name": path.rpartition("/")[2].lower(),
                "path": path,
                "hash": _hash(content),
                "bytes": len(content),
            }
        )

    def finish(self, title: str) -> None:
        package = _json(
            {
                "profile": "data-package",
                "wacz_version": "1.1.1",
                "title": title,
                "created": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
                "software": f"Quote Archive {__version__}",
                "resources": self._resources,
            }
        ).encode()
        self._archive.writestr("datapackage.json", package)
        digest = _json({"path": "datapackage.json", "hash": _hash(package)})
        self._archive.writestr("datapackage-digest.json", digest)


def _add_file(package: Package, path: Path) -> list[str]:
    """Its lines of the index: one for each record that can be replayed."""
    with readable(path) as stream:
        content = stream.read()
        lines = [_index_line(path, member) for member in members(content)]
    package.add(f"archive/{path.name}", content)
    return [line for line in lines if line]


def _index_line(path: Path, member: Member) -> str:
    record = member.record()
    if record.rec_type not in INDEXED:
        return ""
    head, http = record.rec_headers.get_header, record.http_headers
    url, moment = head("WARC-Target-URI"), datetime.fromisoformat(head("WARC-Date"))
    mime = http.get_header("content-type", "") if http else record.content_type
    fields = {
        "url": url,
        "mime": "warc/revisit" if record.rec_type == "revisit" else mime.partition(";")[0].strip(),
        "status": http.get_statuscode() if http else "200",
        "digest": head("WARC-Payload-Digest"),
        "length": str(member.length),
        "offset": str(member.offset),
        "filename": path.name,
    }
    return f"{surt(url)} {moment:%Y%m%d%H%M%S} {_json(fields)}"


def _add_index(package: Package, lines: list[str]) -> None:
    """The lines in compressed blocks, and where each block starts."""
    blocks, starts = bytearray(), ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}']
    for first in range(0, len(lines), LINES_A_BLOCK):
        block = gzip.compress(_text(lines[first : first + LINES_A_BLOCK]))
        place = {"offset": len(blocks), "length": len(block), "digest": _hash(block)}
        key, moment, _ = lines[first].split(" ", 2)
        starts.append(f"{key} {moment} {_json(place)}")
        blocks += block
    package.add("indexes/index.cdx.gz", bytes(blocks))
    package.add("indexes/index.idx", _text(starts))


def _page(capture: Capture) -> str:
    page_id = Path(capture.warc).name.removesuffix(files.SUFFIX)
    title, moment = capture.article.shown_title or capture.url, capture.fetched_at.astimezone(UTC)
    return _json(
        {"id": page_id, "url": as_uri(capture.url), "title": title, "ts": f"{moment:%Y-%m-%dT%H:%M:%SZ}"}
    )


def _text(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
