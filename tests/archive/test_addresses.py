import pytest

from archive.addresses import host_of, untracked, url_key
from archive.errors import AddressError

SAME = [
    "https://example.org/news/a-story",
    "http://example.org/news/a-story",
    "HTTPS://WWW.Example.ORG/news/a-story/",
    "  https://example.org/news/a-story  ",
    "https://example.org./news/a-story",
    "https://example.org:443/news/a-story",
    "http://example.org:80/news/./x/../a-story",
    "https://example.org/news/a-story#comments",
    "https://example.org/news/a-story?utm_source=rss&utm_medium=feed&fbclid=1&CMP=share_btn",
    "https://example.org/news/%61-story",
    "https://m.example.org/news/a-story",
    "https://mobile.example.org/news/a-story",
    "https://amp.example.org/news/a-story",
    "https://example.org/amp/news/a-story",
    "https://example.org/news/a-story/amp/",
    "https://example.org/news/a-story.amp",
    "https://example.org/news/a-story/amp.html",
    "https://example.org/news/a-story?amp",
    "https://example.org/news/a-story?amp_js_v=a6&amp_gsa=1&usqp=mq331AQ",
    "https://example.org/news/a-story;jsessionid=0A1B",
    "https://example.org/news/a-story?gad_source=1&ttclid=x&li_fat_id=y",
    "https://example.org/news/a-story?amp=1",
    "https://example.org/news/a-story?outputType=amp",
    "https://www.google.com/amp/s/www.example.org/news/a-story",
    "https://example-org.cdn.ampproject.org/c/s/www.example.org/news/a-story?amp=1",
]

DIFFERENT = [
    "https://example.org/news/another-story",
    "https://news.example.org/news/a-story",
    "https://example.org:8443/news/a-story",
    "https://example.org/news/A-story",
    "https://example.org/news/a-story?page=2",
    "https://example.org/news/a-story?id=7",
    "https://example.org/news/amp/a-story",
    "https://example.org/news/a-storyamp",
]

BAD = [
    ("example.org/a", "must start with http:// or https://"),
    ("javascript:alert(1)", "must start with http:// or https://"),
    ("file:///etc/passwd", "must start with http:// or https://"),
    ("", "must start with http:// or https://"),
    ("https://", "names no host"),
    ("https:///a", "names no host"),
    ("https://exa mple.org/", "names no host"),
    ("https://me:secret@example.org/", "leave the user name"),
    ("https://example.org:99999/", "no address"),
    ("https://[bad/", "no address"),
    ("https://example.org/" + "a" * 2000, "longer than 2000"),
    ("https://example.org/" + "ä" * 500, "longer than 2000"),
]


@pytest.mark.parametrize("url", SAME)
def test_url_key_of_one_article_is_one(url):
    assert url_key(url) == "example.org/news/a-story"


def test_url_key_of_different_articles_differs():
    assert len({url_key(url) for url in [SAME[0], *DIFFERENT]}) == len(DIFFERENT) + 1


def test_url_key_sorts_the_parameters_that_stay():
    assert url_key("https://example.org/a?b=2&utm_source=x&a=1") == "example.org/a?a=1&b=2"


def test_url_key_of_a_home_page():
    assert url_key("https://www.example.org") == url_key("http://example.org/") == "example.org"


@pytest.mark.parametrize("url", SAME + DIFFERENT)
def test_url_key_is_stable_when_taken_again(url):
    assert url_key("https://" + url_key(url)) == url_key(url)


@pytest.mark.parametrize(("url", "reason"), BAD)
def test_url_key_of_a_bad_address_says_what_to_do(url, reason):
    with pytest.raises(AddressError, match=reason):
        url_key(url)


def test_url_key_error_shortens_a_long_address():
    with pytest.raises(AddressError) as caught:
        url_key("https://example.org/" + "a" * 5000)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://m.example.org/a", "example.org"),
        ("https://news.example.org/a", "news.example.org"),
        ("https://m.co/a", "m.co"),
        ("http://www.example.org:8000/a", "example.org:8000"),
        ("http://example.org:443/a", "example.org:443"),
        ("http://127.0.0.1:8001/a", "127.0.0.1:8001"),
        ("http://[::1]:8001/a", "[::1]:8001"),
        ("https://münchen.example/a", "xn--mnchen-3ya.example"),
    ],
)
def test_host_of(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://gazette.example/?id=7&utm_source=rss", "https://gazette.example/?id=7"),
        ("https://gazette.example/rain?fbclid=x#top", "https://gazette.example/rain#top"),
        ("https://gazette.example/?q=a%20b&empty=", "https://gazette.example/?q=a%20b&empty="),
        ("", ""),
    ],
)
def test_untracked(url, address):
    assert untracked(url) == address
