import pytest

from archive.announcements.sections import of_site, read_section
from archive.errors import FeedError

URL = "https://www.example.org/news/"


def urls(html: str) -> list[str]:
    return [found.url for found in read_section(html.encode(), URL)]


def test_read_section_takes_articles_of_the_site_in_the_order_of_the_page():
    html = """
        <a href="/">Home</a> <a class="nav" href='/about'>About</a>
        <A HREF=/news/mayor-opens-new-bridge>Bridge</A>
        <a data-x="1" href="harbour-closed-for-a-week?a=1&amp;b=2#top">Harbour</a>
        <a href="https://live.example.org/2026/11/02/storm">Storm</a>
        <a href="https://elsewhere.example/news/not-of-this-site-at-all">Elsewhere</a>
        <a href="javascript:open('/news/no-link-to-any-page')">Script</a> <a name="top">Anchor</a>
        <a href="http://[bad/news/an-address-that-is-none">Bad</a>
        <a href="/news/mayor-opens-new-bridge?utm_source=teaser">Bridge again</a>
    """
    assert urls(html) == [
        "https://www.example.org/news/mayor-opens-new-bridge",
        "https://www.example.org/news/harbour-closed-for-a-week?a=1&b=2#top",
        "https://live.example.org/2026/11/02/storm",
    ]


def test_read_section_heeds_the_base():
    html = '<base href="/archive/"><a href="mayor-opens-new-bridge">Bridge</a>'
    assert urls(html) == ["https://www.example.org/archive/mayor-opens-new-bridge"]


def test_read_section_without_articles_says_what_to_do():
    with pytest.raises(FeedError, match="give a page that lists some"):
        read_section(b'<a href="/about">About</a>', URL)


def test_read_section_of_hostile_markup_ends():
    hostile = b"<a " * 100_000 + b"<a href=" * 100_000 + b'<a href="' + b"a" * 10**6 + b"<a x='" * 100_000
    with pytest.raises(FeedError):
        read_section(hostile, URL)


@pytest.mark.parametrize(
    ("link", "is_of_it"),
    [
        ("https://example.org/a", True),
        ("https://sport.example.org/a", True),
        ("https://notexample.org/a", False),
        ("https://example.org.evil.example/a", False),
        ("mailto:editor@example.org", False),
    ],
)
def test_of_site(link, is_of_it):
    assert of_site(link, URL) == is_of_it
