"""The characters of a page: byte order mark, strict UTF-8, what header or meta declare, else Windows-1252."""

import codecs
import re
from collections.abc import Mapping

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
HEAD_BYTES = 4096
# Browsers read these labels as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
LATIN = {"ascii", "iso8859-1"}
FALLBACK = "cp1252"
# Python also has codecs that no page is written in ("idna", "undefined"), some of which fail on any input.
CHARACTER_SETS = (
    "utf-8",
    "utf-16",
    "utf-32",
    "cp",
    "iso8859",
    "iso2022",
    "koi8",
    "mac",
    "shift_jis",
    "euc",
    "gb",
    "big5",
    "hz",
    "tis",
    "johab",
)
ESCAPED = ("iso2022_jp", "hz")  # seven-bit encodings that strict UTF-8 would take for its own


def decode(content: bytes, headers: Mapping[str, str]) -> str:
    """The text of ``content``; characters that cannot be decoded become U+FFFD, NUL is left out.

    Never fails. The order is that of the project's measurements: a declaration is wrong more often
    than text that happens to be valid UTF-8.
    """
    return content.decode(encoding_of(content, headers), errors="replace").replace("\0", "")


def encoding_of(content: bytes, headers: Mapping[str, str]) -> str:
    """The codec to read ``content`` with."""
    for mark, codec in (*MARKS, *UNMARKED):
        if content.startswith(mark):
            return codec
    declared = declared_encoding(content, headers)
    if declared in ESCAPED:
        return declared
    return "utf-8" if is_utf8(content) else declared or FALLBACK


def is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def declared_encoding(content: bytes, headers: Mapping[str, str]) -> str:
    """What the Content-Type header, else a meta element near the top, names; ``""`` if nothing known."""
    types = [value for name, value in headers.items() if name.lower() == "content-type"]
    for source in (" ".join(types).encode("ascii", "ignore"), content[:HEAD_BYTES]):
        if (found := CHARSET.search(source)) and (codec := codec_named(found[1].decode("ascii"))):
            return codec
    return ""


def codec_named(label: str) -> str:
    """Python's name of the text codec with this label, or ``""``."""
    try:
        codec = codecs.lookup(label)
    except LookupError:
        return ""
    if codec.name in LATIN:
        return FALLBACK
    return codec.name if codec.name.startswith(CHARACTER_SETS) else ""
