import httpx2
import pytest
import time_machine

from archive.fetch.sentences import retry_after


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("9" * 400, 999_999_999),
        ("Mon, 02 Mar 2026 09:31:00 GMT", 60),
        ("Mon, 02 Mar 2026 09:31:00 -0000", 60),
        ("Mon, 02 Mar 2026 08:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("１２", None),
        ("", None),
    ],
)
@time_machine.travel("2026-03-02T09:30:00+00:00", tick=False)
def test_retry_after_number_or_date(value, seconds):
    assert retry_after(httpx2.Headers([(b"Retry-After", value.encode())])) == seconds


def test_retry_after_missing():
    assert retry_after(httpx2.Headers()) is None
