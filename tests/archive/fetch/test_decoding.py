import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.fetch.decoding import MAX_MEMBERS, TooLongError, UndecodableError, decoded, gunzipped

WORDS = b"The mayor said nothing. " * 5000


def gzipped(content: bytes) -> bytes:
    """Without the time of day, which would give its test another name in each process."""
    return gzip.compress(content, mtime=0)


def bare_deflate(content: bytes) -> bytes:
    return zlib.compress(content)[2:-4]


@pytest.mark.parametrize(
    ("encodings", "content"),
    [
        ("", WORDS),
        ("identity", WORDS),
        ("gzip", gzipped(WORDS)),
        ("GZIP", gzipped(WORDS)),
        ("x-gzip", gzipped(WORDS)),
        ("deflate", zlib.compress(WORDS)),
        ("deflate", bare_deflate(WORDS)),
        ("deflate, gzip", gzipped(zlib.compress(WORDS))),
        ("gzip,identity", gzipped(WORDS)),
        ("gzip", gzipped(WORDS[:500]) + gzipped(WORDS[500:])),
        ("gzip", gzipped(WORDS) + b"\0\0\0"),
        ("gzip", gzipped(WORDS) + b"<!-- served by a proxy -->"),
    ],
)
def test_decoded_known_encoding(encodings, content):
    assert decoded(content, encodings, len(WORDS)) == WORDS


def test_decoded_nothing():
    assert decoded(b"", "gzip", 10) == b""


@given(st.binary(max_size=2000))
def test_decoded_whatever_was_compressed(content):
    assert decoded(gzipped(content), "gzip", 2000) == content


@given(st.binary(min_size=1, max_size=200), st.sampled_from(["gzip", "deflate", "deflate, gzip"]))
def test_decoded_noise(content, encodings):
    """Noise may happen to be bare deflate; whatever it is, it ends in bytes or our error."""
    try:
        assert isinstance(decoded(content, encodings, 100_000), bytes)
    except (UndecodableError, TooLongError):
        return


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_decoded_one_byte_too_long(encoding):
    content = gzipped(WORDS) if encoding == "gzip" else zlib.compress(WORDS)
    with pytest.raises(TooLongError):
        decoded(content, encoding, len(WORDS) - 1)


@pytest.mark.parametrize(
    ("encodings", "content", "message"),
    [
        ("br", WORDS, "the encoding 'br', which was not asked for"),
        ("zstd", WORDS, "the encoding 'zstd', which was not asked for"),
        ("gzip, gzip, gzip, gzip", WORDS, "4 encodings on top of each other"),
        ("gzip", gzipped(WORDS)[:-20], "compressed content that breaks off"),
    ],
)
def test_decoded_refused(encodings, content, message):
    with pytest.raises(UndecodableError) as caught:
        decoded(content, encodings, 1_000_000)
    assert str(caught.value) == message


def test_decoded_mislabelled():
    with pytest.raises(UndecodableError, match="not compressed as it claims"):
        decoded(WORDS, "gzip", 1_000_000)


def test_gunzipped_countless_members():
    with pytest.raises(UndecodableError, match="members"):
        gunzipped(gzipped(b"") * (MAX_MEMBERS + 1), 1000)
