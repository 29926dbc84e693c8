import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.scrapers.encoding import decode, encoding_of

WORDS = "Frau Möller sagte: „schön“"
META = b'<meta charset="iso-8859-2">'


@pytest.mark.parametrize(
    ("content", "headers", "encoding"),
    [
        (WORDS.encode(), {}, "utf-8"),
        (WORDS.encode("utf-8-sig"), {"Content-Type": "text/html; charset=latin1"}, "utf-8-sig"),
        (WORDS.encode("utf-16"), {}, "utf-16"),
        (f"<p>{WORDS}".encode("utf-16-le"), {}, "utf-16-le"),
        (WORDS.encode(), {"content-type": "text/html; charset=iso-8859-1"}, "utf-8"),
        (WORDS.encode("cp1252"), {}, "cp1252"),
        (WORDS.encode("cp1252"), {"content-type": "text/html; charset=ISO-8859-1"}, "cp1252"),
        ("Привет".encode("cp1251"), {"content-type": "text/html; charset=windows-1251"}, "cp1251"),
        (META + "Łódź".encode("iso-8859-2"), {}, "iso8859-2"),
        ("日本".encode("iso-2022-jp"), {"content-type": "text/html; charset=iso-2022-jp"}, "iso2022_jp"),
        (b"caf\xe9", {"content-type": "text/html; charset=no-such"}, "cp1252"),
        (b"caf\xe9", {"content-type": "text/html; charset=undefined"}, "cp1252"),
    ],
)
def test_encoding_is_that_of_the_bytes(content, headers, encoding):
    assert encoding_of(content, headers) == encoding


def test_decode_leaves_out_nul_and_marks_what_is_broken():
    assert decode(b"a\0b\x81", {}) == "ab�"


@given(st.binary(max_size=200), st.text(max_size=20))
def test_decode_never_fails(content, charset):
    assert "\0" not in decode(content, {"content-type": f"text/html; charset={charset}"})
