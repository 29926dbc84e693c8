import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import AddressError
from archive.fetch.address import host_key, parsed, port_of


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", " is not a web address: give one that starts with http:// or https://."),
        (
            "example.org/a",
            "example.org/a is not a web address: give one that starts with http:// or https://.",
        ),
        (
            "ftp://a.example/",
            "ftp://a.example/ is not a web address: give one that starts with http:// or https://.",
        ),
        ("http:///a", "http:///a is not a web address: give one that starts with http:// or https://."),
        ("http://a b/", "http://a b/ is not a web address: give one that starts with http:// or https://."),
        (
            "https://me:secret@a.example/",
            "https://me:secret@a.example/ holds a user name or password: give the address without it.",
        ),
    ],
)
def test_parsed_no_web_address(url, message):
    with pytest.raises(AddressError) as caught:
        parsed(url)
    assert str(caught.value) == message
    assert caught.value.final


def test_parsed_misspelt():
    with pytest.raises(
        AddressError, match=r"^http://a\.example:x/ is not a web address \(.+\): check its spelling"
    ):
        parsed("http://a.example:x/")


def test_parsed_too_long():
    with pytest.raises(AddressError) as caught:
        parsed("https://a.example/" + "a" * 2000)
    assert str(caught.value) == (
        f"https://a.example/{'a' * 79}... is longer than 2000 characters: give the article's plain address."
    )


@given(st.text(max_size=60) | st.text(max_size=60).map(lambda rest: f"http://{rest}"))
def test_parsed_anything(text):
    try:
        address = parsed(text)
    except AddressError:
        return
    assert address.scheme in ("http", "https")


@pytest.mark.parametrize(
    ("url", "host", "port"),
    [
        ("http://Example.org/a", "example.org", 80),
        ("https://example.org/a", "example.org", 443),
        ("https://example.org:80/a", "example.org", 80),
        ("https://example.org:8443/a", "example.org:8443", 8443),
        ("http://münchen.example/", "münchen.example", 80),
    ],
)
def test_host_key_of_address(url, host, port):
    address = parsed(url)
    assert (host_key(address), port_of(address)) == (host, port)
    assert isinstance(address, httpx2.URL)
