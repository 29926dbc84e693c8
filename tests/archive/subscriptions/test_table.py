"""Lists of feeds as CSV."""

import pytest

from archive.errors import SubscriptionError
from archive.subscriptions import Subscription, read_table, write_table


def test_write_table_makes_formulas_harmless_and_reads_them_again():
    written = [Subscription("https://slate.example/feed", "=HYPERLINK(1)", active=False, country="GB")]

    table = write_table(written)

    assert "'=HYPERLINK(1)" in table
    assert read_table(table.encode()) == written


def test_read_table_needs_no_more_than_addresses():
    assert read_table("\ufeffurl\nhttps://slate.example/feed\n\n".encode()) == [
        Subscription("https://slate.example/feed")
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no rows"),
        (b"name\nSlate", "no rows"),
        (b"url\n\xff\xfe", "UTF-8"),
        (b" " * 5_000_001, "larger"),
    ],
)
def test_read_table_refuses_what_is_none(content, reason):
    with pytest.raises(SubscriptionError, match=reason):
        read_table(content)
