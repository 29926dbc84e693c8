"""Content-Encoding undone within bounds: a kilobyte can hold a gigabyte."""

import zlib

MAX_ENCODINGS = 3
MAX_MEMBERS = 1000
STEP = 64 * 1024
GZIP_MAGIC = b"\x1f\x8b"


class TooLongError(Exception):
    """More bytes than allowed."""


class UndecodableError(Exception):
    """An encoding that was not asked for, or a stream that is not what it claims; the message says what."""


def decoded(content: bytes, encodings: str, limit: int) -> bytes:
    """The content without its encodings, named in a ``Content-Encoding`` header; at most ``limit`` bytes."""
    names = [name for name in encodings.lower().replace(" ", "").split(",") if name not in ("", "identity")]
    if len(names) > MAX_ENCODINGS:
        raise UndecodableError(f"{len(names)} encodings on top of each other")
    for name in reversed(names if content else []):
        content = _undone(content, name, limit)
    return content


def gunzipped(content: bytes, limit: int) -> bytes:
    """All members of a gzip stream, one after the other; at most ``limit`` bytes."""
    return _inflated(content, zlib.MAX_WBITS | 16, limit)


def _undone(content: bytes, encoding: str, limit: int) -> bytes:
    if encoding in ("gzip", "x-gzip"):
        return gunzipped(content, limit)
    if encoding == "deflate":
        return _inflated(content, zlib.MAX_WBITS if _has_zlib_head(content) else -zlib.MAX_WBITS, limit)
    raise UndecodableError(f"the encoding {encoding!r}, which was not asked for")


def _has_zlib_head(content: bytes) -> bool:
    """RFC 1950: method 8, and the two bytes divide by 31. Many servers send bare RFC 1951 as "deflate"."""
    return len(content) > 1 and content[0] & 15 == 8 and int.from_bytes(content[:2], "big") % 31 == 0


def _inflated(content: bytes, window: int, limit: int) -> bytes:
    """All streams of this window in a row; what else follows the first is ignored, as browsers do."""
    out, view = bytearray(), memoryview(content)
    for _ in range(MAX_MEMBERS):
        view = view[_inflate_one(view, window, out, limit) :]
        if bytes(view[:2]) != GZIP_MAGIC:
            return bytes(out)
    raise UndecodableError(f"a gzip stream of more than {MAX_MEMBERS} members")


def _inflate_one(view: memoryview, window: int, out: bytearray, limit: int) -> int:
    """Inflate one stream onto ``out``; the number of bytes that it took."""
    stream = zlib.decompressobj(window)
    for start in range(0, len(view), STEP):
        piece = bytes(view[start : start + STEP])
        _drain(stream, piece, out, limit)
        if stream.eof:
            return start + len(piece) - len(stream.unused_data)
    raise UndecodableError("compressed content that breaks off")


def _drain(stream: "zlib._Decompress", piece: bytes, out: bytearray, limit: int) -> None:
    while piece and not stream.eof:
        try:
            out += stream.decompress(piece, limit + 1 - len(out))
        except zlib.error as error:
            raise UndecodableError(f"content that is not compressed as it claims ({error})") from error
        if len(out) > limit:
            raise TooLongError
        piece = stream.unconsumed_tail
