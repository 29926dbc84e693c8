"""Records read back from a file, strictly: what is torn or changed is noticed.

One gzip member holds one record. The members are inflated here, as warcio takes a torn one for the end.
"""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord


class DamageError(Exception):
    """The file is not as it was written."""


DAMAGE = (DamageError, ArchiveLoadFailed, zlib.error, AttributeError, ValueError)  # the last two: forged


@dataclass(frozen=True, slots=True)
class Member:
    """One record as it is in the file: where it starts there, and its compressed bytes inflated."""

    offset: int
    length: int
    content: bytes

    def record(self) -> ArcWarcRecord:
        for record in ArchiveIterator(io.BytesIO(self.content), check_digests="raise"):
            return record
        raise DamageError("a record is empty")


def members(content: bytes) -> Iterator[Member]:
    """Of a whole file; raises ``DamageError`` where the last is torn."""
    offset = 0
    while offset < len(content):
        inflating = zlib.decompressobj(zlib.MAX_WBITS | 16)
        record = inflating.decompress(content[offset:])
        if not inflating.eof:
            raise DamageError("its last record is torn")
        end = len(content) - len(inflating.unused_data)
        yield Member(offset, end - offset, record)
        offset = end


def payload(stream: BinaryIO, record_id: str) -> bytes | None:
    """The payload of the record with this id; None where there is none."""
    for record in records(stream):
        if record.rec_headers.get_header("WARC-Record-ID") == record_id:
            return record.raw_stream.read()
    return None


def check(stream: BinaryIO) -> None:
    """Read all records; raises one of ``DAMAGE`` unless each is whole and none is missing at the end."""
    heads = []
    for record in records(stream):
        record.raw_stream.read()
        heads.append(record.rec_headers)
    if len(heads) < 3 or heads[-1].get_header("WARC-Concurrent-To") != heads[1].get_header("WARC-Record-ID"):
        raise DamageError("its last record is missing")


def records(stream: BinaryIO) -> Iterator[ArcWarcRecord]:
    """The records one by one; raises one of ``DAMAGE``, for digests once a record is read to its end."""
    for member in members(stream.read()):
        yield member.record()
