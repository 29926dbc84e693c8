"""The address that readers get."""

import pytest

from archive.models import Article
from quotes.live_address import live_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://gazette.example/rain", "https://gazette.example/rain"),
        ("https://gazette.example/?id=7&utm_source=rss&utm_medium=feed", "https://gazette.example/?id=7"),
        ("https://gazette.example/rain?fbclid=x", "https://gazette.example/rain"),
        ("https://gazette.example/?q=a%20b&empty=", "https://gazette.example/?q=a%20b&empty="),
        ("javascript:alert(1)", ""),
    ],
)
def test_live_address(url, address):
    assert live_address(Article(url=url)) == address
