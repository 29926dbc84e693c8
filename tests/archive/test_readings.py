from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from archive.captures import preserve, supply
from archive.errors import CaptureError, ReadError
from archive.models import Article, Capture, Reading
from archive.readings import moment_of, read, store
from archive.scrapers.base import Parsed, joined
from archive.signals import reading_made

from .pages import page, text
from .rows import make_article, make_response
from .verbatim import Verbatim

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def heard():
    heard = []

    def hear(reading, **_):
        heard.append(reading)

    reading_made.connect(hear)
    yield heard
    reading_made.disconnect(hear)


def captured(content: bytes = page(), article: Article | None = None) -> Capture:
    return preserve(article or make_article(), make_response(content))


def parsed(**values) -> Parsed:
    words, paragraphs = joined([("headline", "Bridge"), ("body", "It is built.")])
    return Parsed(words, paragraphs, **values)


def test_read_stores_text_and_paragraphs_that_point_into_it():
    reading = read(captured())
    headline, *body = reading.paragraphs
    assert (headline.role, headline.text) == ("headline", "Council votes for the bridge")
    assert [paragraph.text for paragraph in body] == text()
    assert all(reading.text[each.start :].startswith(each.text) for each in reading.paragraphs)
    assert (reading.published, reading.authors) == ("2026-11-02T09:30:00+01:00", ["Ann Boe"])


def test_read_again_is_the_reading_that_stands(heard):
    capture = captured()
    assert read(capture) == read(capture)
    assert heard == [Reading.objects.get()]


def test_read_by_a_newer_scraper_makes_a_new_reading_and_keeps_the_old(heard):
    capture = captured()
    readings = [read(capture, Verbatim("1")), read(capture, Verbatim("2"))]
    assert heard == readings
    assert [reading.title for reading in readings] == ["Title 1", "Title 2"]
    assert Article.objects.get().title == "Title 2"


@pytest.mark.parametrize(("day", "version"), [("2024-05-12", "1"), ("2024-05-13", "2")])
def test_read_is_by_the_layout_of_the_day_of_the_capture(day, version):
    moment = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    response = make_response(page(), url="https://techcrunch.com/2024/05/12/bridge/", fetched_at=moment)
    reading = read(preserve(make_article(), response))
    assert (reading.scraper, reading.scraper_version) == ("tech-crunch", version)


def test_read_an_old_capture_leaves_what_the_article_shows():
    article = make_article()
    old = captured(page("Old title"), article)
    read(captured(page("New title"), article))
    read(old)
    assert Article.objects.get().title == "New title"


def test_read_plain_text_keeps_it_to_the_character():
    content = b"  One line.\r\n\r\nAnother.  "
    article = make_article()
    capture = supply(
        article, content, url=article.url, content_type="text/plain; charset=utf-8", supplied_by="x"
    )
    assert read(capture).text == content.decode()


def test_read_what_is_no_article_keeps_the_capture_and_says_why():
    capture = captured(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(ReadError, match="picture"):
        read(capture)
    assert (Capture.objects.count(), Reading.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("flag", "reason"), [("consent", "asks for consent"), ("soft-404", "check the address")]
)
def test_read_what_stands_in_an_articles_place_is_none(monkeypatch, flag, reason):
    call = SimpleNamespace(result=lambda: parsed(flags=(flag,)))
    monkeypatch.setattr("archive.readings.start_limited", lambda *_, **__: call)
    with pytest.raises(ReadError, match=reason):
        read(captured())


def test_read_a_damaged_capture_is_an_error(settings):
    capture = captured()
    capture.sha256 = "0" * 64
    with pytest.raises(CaptureError, match="restore it"):
        read(capture)


def test_store_keeps_what_the_feed_said_where_the_page_says_nothing():
    article = make_article()
    Article.objects.update(title="From the feed", published=datetime(2026, 11, 2, tzinfo=UTC))
    article.refresh_from_db()
    store(captured(article=article), Verbatim(), parsed(), [])
    article.refresh_from_db()
    assert (article.title, article.published) == ("From the feed", datetime(2026, 11, 2, tzinfo=UTC))


def test_store_replaces_what_no_database_can_hold():
    words, paragraphs = joined([("body", "nul \x00 and half \ud800 a pair")])
    unstorable = Parsed(words, paragraphs, title="\x00", authors=("A\x00",))
    reading = store(captured(), Verbatim(), unstorable, [])
    reading.refresh_from_db()
    assert reading.text == "nul \ufffd and half \ufffd a pair"
    assert (reading.title, reading.authors) == ("\ufffd", ["A\ufffd"])


@pytest.mark.parametrize(("before", "after"), [("host", "The Slate"), ("By a curator", "By a curator")])
def test_store_names_an_outlet_that_nobody_has_named(before, after):
    article = make_article()
    article.outlet.name = article.outlet.host if before == "host" else before
    article.outlet.save()
    store(captured(article=article), Verbatim(), parsed(outlet="The Slate"), [])
    article.outlet.refresh_from_db()
    assert article.outlet.name == after


@pytest.mark.parametrize(
    ("iso", "moment"),
    [
        ("2026-11-02T09:30:00+01:00", datetime(2026, 11, 2, 8, 30, tzinfo=UTC)),
        ("2026-11-02T09:30", datetime(2026, 11, 2, 9, 30, tzinfo=UTC)),
        ("2026-11-02", datetime(2026, 11, 2, tzinfo=UTC)),
        ("2026-13-45", None),
        ("2026-02-30T10:00:00", None),
        ("", None),
    ],
)
def test_moment_of(iso, moment):
    assert moment_of(iso) == moment
