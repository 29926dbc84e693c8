import pytest

from archive.scrapers import scraper_for
from archive.scrapers.base import Page
from quotes.benchmark import press
from quotes.documents import document_of
from quotes.extraction import default_engine, extract_quotes

URL = "http://127.0.0.1/news/7"


def test_pages_of_the_same_number_are_the_same():
    assert press.page(7, URL) == press.page(7, URL)
    assert press.page(7, URL) != press.page(8, URL)


def test_page_is_read_as_an_article_of_its_length():
    parsed = scraper_for(URL).parse(Page(press.page(7, URL).encode(), URL, {}))

    assert parsed.title == press.Story(7).title
    assert 500 < len(parsed.text.split()) < 800


@pytest.mark.parametrize("number", range(1, 6))
def test_each_quote_is_found_with_its_speaker(number):
    parsed = scraper_for(URL).parse(Page(press.page(number, URL).encode(), URL, {}))

    found = extract_quotes(document_of(parsed), default_engine())

    assert len(found) == len(press.QUOTED)
    assert {quote.speaker for quote in found} == {person.name for person in press.Story(number).people}


def test_wire_copies_are_the_story_before():
    assert press.Story(press.WIRE).paragraphs() == press.Story(press.WIRE - 1).paragraphs()
    assert press.Story(press.WIRE + 1).paragraphs() != press.Story(press.WIRE).paragraphs()


def test_feed_names_every_article():
    assert press.feed("http://127.0.0.1:1", range(3, 60, press.OUTLETS)).count("<item>") == 3
