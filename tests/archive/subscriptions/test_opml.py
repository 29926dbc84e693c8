"""Lists of feeds as OPML."""

import pytest

from archive.errors import SubscriptionError
from archive.subscriptions import Subscription, read_opml, write_opml

OTHERS = b"""<?xml version="1.0"?><opml version="1.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Slate" title="The Slate" type="rss" xmlUrl="https://slate.example/feed"
htmlUrl="https://slate.example/"/></outline>
<outline text="Gazette" xmlUrl="https://gazette.example/rss"/><outline text="A note"/></body></opml>"""


def test_read_opml_of_a_feed_reader_takes_folders_for_no_outlets():
    assert read_opml(OTHERS) == [
        Subscription("https://slate.example/feed", "The Slate", "https://slate.example/"),
        Subscription("https://gazette.example/rss", "Gazette"),
    ]


def test_write_opml_keeps_everything():
    written = [
        Subscription("https://slate.example/a?b=1&c=<2>", "Slate & “Co”", "https://slate.example/"),
        Subscription(
            "https://slate.example/b", "Slate & “Co”", "https://slate.example/", "sitemap", False, "GB", "en"
        ),
        Subscription("https://gazette.example/c", "Gazette", "", "section"),
    ]

    assert read_opml(write_opml(written, "Sources")) == written


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<opml><body>", "no valid OPML"),
        (b"not xml", "no valid OPML"),
        (b"<html></html>", "is no OPML"),
        (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml/>', "declares a document type"),
        (b"<opml>" + b"<outline>" * 30, "deeper than 20"),
        (b" " * 5_000_001, "larger than"),
    ],
)
def test_read_opml_refuses_what_is_none(content, reason):
    with pytest.raises(SubscriptionError, match=reason):
        read_opml(content)
