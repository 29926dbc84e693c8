from datetime import UTC, datetime, timedelta, timezone

import pytest

from archive.announcements.found import Found, absolute, distinct, moment_of, plain, plausible, tomorrow


def test_distinct_keeps_the_first_of_each_article_up_to_the_most():
    announced = [Found(f"https://example.org/{name}") for name in ("a", "a#top", "b", "mailto:x", "c", "d")]
    assert [found.url[-1] for found in distinct([Found("ftp://x"), *announced], most=3)] == ["a", "b", "x"]


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/a", "https://example.org/a"),
        (" a ", "https://example.org/news/a"),
        ("//example.net/a", "https://example.net/a"),
        ("", ""),
        ("http://[bad", ""),
    ],
)
def test_absolute(link, whole):
    assert absolute("https://example.org/news/", link) == whole


def test_plain_title_is_one_line_without_markup():
    assert plain("Bridge\n  &amp; <i class='x'>tunnel</i> < 5 km") == "Bridge & tunnel < 5 km"


@pytest.mark.parametrize(
    ("iso", "moment"),
    [
        ("2026-11-02", datetime(2026, 11, 2, tzinfo=UTC)),
        ("2026-11-02T09:30:00+01:00", datetime(2026, 11, 2, 8, 30, tzinfo=UTC)),
        ("2026-11-02T08:30Z", datetime(2026, 11, 2, 8, 30, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("1066-10-14", None),
        ("2200-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moment_of(iso, moment):
    assert moment_of(iso) == moment


def test_plausible_up_to_a_day_ahead():
    zone = timezone(timedelta(hours=14))
    assert plausible(datetime.now(zone) + timedelta(hours=20)) is not None
    assert plausible(tomorrow() + timedelta(minutes=1)) is None
    assert plausible(None) is None
