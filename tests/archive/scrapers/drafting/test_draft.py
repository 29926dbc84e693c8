import json

import pytest

from archive.scrapers import Page, ScraperError
from archive.scrapers.drafting import draft_of, names_for

from .pages import PAGE

URL = "https://www.exmouth-post.example/harbour-stays-open"


def draft(content: str = PAGE):
    return draft_of("exmouth-post.example", Page(content.encode(), URL), "2026-11-23")


@pytest.mark.parametrize(
    ("host", "names"),
    [
        ("exmouth-post.co.uk", ("exmouth_post", "ExmouthPost", "exmouth-post")),
        ("news.exmouth-post.com", ("exmouth_post", "ExmouthPost", "exmouth-post")),
        ("9news.com.au", ("site_9news", "Site9news", "site-9news")),
        ("localhost", ("localhost", "Localhost", "localhost")),
    ],
)
def test_names_are_those_of_the_publisher_in_the_host(host, names):
    made = names_for(host)
    assert (made.module, made.class_name, made.name) == names


def test_draft_module_declares_what_the_page_suggests():
    assert (
        draft().module
        == '''"""Exmouth Post."""

from archive.scrapers.publisher import Publisher


class ExmouthPost(Publisher):
    name = "exmouth-post"
    hosts = ("exmouth-post.example",)
    body_css = "[class*='story__body__']"
    drop_css = ".also-read"
    authors_css = ".byline-name"
'''
    )


def test_draft_has_no_word_of_the_page():
    written = draft().page.lower()
    words = (
        "harbour",
        "council",
        "debate",
        "lena",
        "fish",
        "sport",
        "secret",
        "lena-park",
        "/fish",
        "2026-05",
    )
    assert [word for word in words if word in written] == []


def test_draft_keeps_the_structure():
    written = draft().page
    assert '<div class="sc-aXbq story__body__9fG2k">' in written
    assert '<a class="byline-name" href="#">Ada Example</a>' in written
    assert (written.count("<p>"), written.count("<li>")) == (6, 2)


def test_draft_expectation_is_what_the_scraper_reads():
    expected = json.loads(draft().expectation)
    paragraphs = expected.pop("paragraphs")
    assert expected == {
        "url": "https://exmouth-post.example/an-article",
        "when": "2026-11-23",
        "title": "The clock on the market square runs again",
        "authors": ["Ada Example"],
        "published": "2026-01-02T03:04:05+00:00",
        "outlet": "Exmouth Post",
        "section": "",
        "language": "en",
        "flags": [],
    }
    assert [role for role, _ in paragraphs] == ["headline"] + ["body"] * 6


def test_draft_of_a_page_without_an_article_leaves_all_to_be_filled_in():
    made = draft("<html><body><p>Sign in</p></body></html>")
    assert made.css == {"body_css": ""}
    assert [role for role, _ in json.loads(made.expectation)["paragraphs"]] == ["headline", "body"]


def test_draft_of_no_page_is_an_error():
    with pytest.raises(ScraperError, match="PDF"):
        draft("%PDF-1.7")
