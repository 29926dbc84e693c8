import pytest

from archive.captures.surt import surt


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://example.org", "org,example)/"),
        ("http://www.Example.org/A/b/?z=1&a=2#c", "org,example)/a/b?a=2&z=1"),
        ("https://www2.a.co.uk/?", "uk,co,a)/"),
        ("https://example.org:443/a", "org,example)/a"),
        ("http://example.org:443/a", "org,example:443)/a"),
        ("http://127.0.0.1:8801/x", "1,0,0,127:8801)/x"),
        ("urn:uuid:A", "urn:uuid:A"),
    ],
)
def test_surt_as_other_archives_write_it(url, key):
    assert surt(url) == key
