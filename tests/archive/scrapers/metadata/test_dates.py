from datetime import UTC, datetime

import pytest

from archive.scrapers.metadata.dates import iso, modified_of, published_of

from .heads import head, meta, news

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "stamp"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T09:05:01Z", "2024-05-03T09:05:01+00:00"),
        ("2024-05-03T09:05:01.123-04:00", "2024-05-03T09:05:01-04:00"),
        ("2024-05-03T09:05:01+0200", "2024-05-03T09:05:01+02:00"),
        ("2024-05-03T09:05", "2024-05-03T09:05:00"),
        ("2024-05-03 9:05:01 +02:00", "2024-05-03T09:05:01+02:00"),
        ("2024/5/3", "2024-05-03"),
        ("1714727101", "2024-05-03T09:05:01+00:00"),
        ("1714727101000", "2024-05-03T09:05:01+00:00"),
        ("Fri, 03 May 2024 09:05:01 +0200", "2024-05-03T09:05:01+02:00"),
        ("3 May 2024", "2024-05-03"),
        ("Published on May 3rd, 2024 at noon", "2024-05-03"),
        ("3. Mai 2024", "2024-05-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("le 3 août 2024", "2024-08-03"),
        ("2024-13-45", ""),
        ("2024-05-03T99:99:99", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_iso_reads_the_usual_forms_and_keeps_the_offset(written, stamp):
    assert iso(written) == stamp


@pytest.mark.parametrize(
    "nonsense", ["0001-01-01T00:00:00Z", "1970-01-01", "2031-01-01", "2026-11-22", "soon"]
)
def test_implausible_date_gives_way_to_the_next(nonsense):
    page = head(news(datePublished=nonsense) + meta("article:published_time", "2024-05-03"))

    assert published_of(page, NOW) == "2024-05-03"


def test_date_of_tomorrows_time_zone_is_plausible():
    assert (
        published_of(head(news(datePublished="2026-11-21T01:00:00+13:00")), NOW)
        == "2026-11-21T01:00:00+13:00"
    )


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ('<time datetime="2024-05-03">on Friday</time>', ""),
        ("<time>3 May 2024</time>", ""),
        ('<div class="post-date">May 3, 2024</div>', ""),
        ('<ul><li><time datetime="2020-01-01">other</time></li></ul><p class="published">3 May 2024</p>', ""),
        ("", "https://post.example/2024/5/3/harbour"),
        ("", "https://post.example/news/2024-05-03-harbour"),
    ],
)
def test_published_is_what_a_reader_sees_where_the_head_is_silent(body, url):
    assert published_of(head(body=body, url=url), NOW) == "2024-05-03"


def test_modified_is_not_taken_for_published():
    page = head(news(dateModified="2024-05-04") + meta("article:published_time", "2024-05-03"))

    assert (published_of(page, NOW), modified_of(page, NOW)) == ("2024-05-03", "2024-05-04")


def test_dates_are_empty_where_the_page_has_none():
    assert (published_of(head(), NOW), modified_of(head(), NOW)) == ("", "")
