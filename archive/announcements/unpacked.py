"""Feeds and sitemaps that are files of gzip, inflated within limits."""

import zlib
from collections.abc import Iterator

from archive.errors import FeedError

GZIP = b"\x1f\x8b"
MOST_BYTES = 50_000_000  # as the protocol of sitemaps has it
PIECE = 1 << 16


def unpacked(content: bytes, url: str) -> Iterator[bytes]:
    """The content in small pieces, inflated where it is gzipped."""
    inflate = zlib.decompressobj(wbits=31) if content.startswith(GZIP) else None
    if inflate is None:
        yield from (content[start : start + PIECE] for start in range(0, len(content), PIECE))
        return
    size, rest = 0, content
    while rest and not inflate.eof:
        try:
            piece = inflate.decompress(rest, PIECE)
        except zlib.error as error:
            raise FeedError(f"{url}: what is gzipped there is broken ({error}).") from error
        size, rest = size + len(piece), inflate.unconsumed_tail
        if size > MOST_BYTES:
            raise FeedError(f"{url}: unpacked, it is larger than {MOST_BYTES // 10**6} MB; it is not read.")
        yield piece
