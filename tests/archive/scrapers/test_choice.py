from datetime import date

import pytest

from archive.scrapers import Generic, Plain, scraper_for
from archive.scrapers.publishers.tech_crunch import TechCrunch, TechCrunchClassic

URL = "https://techcrunch.com/2024/05/12/harbour/"


@pytest.mark.parametrize(
    ("when", "scraper"),
    [
        (None, TechCrunch),
        (date(2020, 1, 1), TechCrunchClassic),
        (date(2024, 5, 12), TechCrunchClassic),
        (date(2024, 5, 13), TechCrunch),
    ],
)
def test_layout_is_that_of_the_day(when, scraper):
    assert type(scraper_for(URL, when=when)) is scraper


@pytest.mark.parametrize(
    ("content_type", "scraper"),
    [("text/plain; charset=utf-8", Plain), ("TEXT/PLAIN", Plain), ("text/html", Generic), ("", Generic)],
)
def test_plain_text_is_read_as_such(content_type, scraper):
    assert type(scraper_for("https://post.example/a", content_type)) is scraper


def test_host_is_one_of_a_publisher_or_below_it():
    urls = ["https://WWW.TechCrunch.com/x", "https://techcrunch.com:443/x", "https://nottechcrunch.com/x"]

    assert [type(scraper_for(url)) for url in urls] == [TechCrunch, TechCrunch, Generic]
