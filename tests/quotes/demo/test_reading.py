"""The generic reader and the engine over the demo's pages, as the collection meets them."""

import re
from functools import cache

import pytest
from bs4 import BeautifulSoup

from archive.scrapers.base import Page, Parsed
from archive.scrapers.generic import Generic
from quotes.demo.pages import Edited
from quotes.documents import document_of
from quotes.extraction import ExtractedQuote, default_engine, extract_quotes

from .expected import ROWS, ExpectedQuote, expected_article

# Floors of what was measured; raise them with the engine.
FOUND, NAMED, OTHERS = 0.78, 0.72, 0.22

ORIGIN = "http://127.0.0.1:8801"
FURNITURE = [
    "Advertisement", "Back to Top", "agree to a biscuit", "Comments are read by Sandra", "I understand",
    "Leave a Reply", "More on this story", "Most read", "READ MORE", "Read Next", "Sign up", "Subscribe",
    "value your privacy",
]  # fmt: skip


@cache
def parsed(key: str) -> Parsed:
    expected = expected_article(key)
    answer = Edited(expected.paper, expected.edition, ORIGIN).answer(expected.article.path)
    headers = {"content-type": answer.content_type}
    return Generic().parse(Page(answer.content, ORIGIN + expected.article.path, headers))


@cache
def found(key: str) -> list[ExtractedQuote]:
    return extract_quotes(document_of(parsed(key), parsed(key).outlet), default_engine())


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").lower().replace("’", "'"))


def name(text: str | None) -> list[str]:
    return [word for word in words(text) if word not in ("a", "an", "the")]


def pairs() -> list[tuple[ExpectedQuote, ExtractedQuote | None]]:
    """Each speech that a reader finds with what the engine found at the very same words."""
    return [(quote, same(quote, found(key))) for key in ROWS for quote in expected_article(key).speech]


def same(quote: ExpectedQuote, quotes: list[ExtractedQuote]) -> ExtractedQuote | None:
    wanted = [words(segment) for segment in quote.segments]
    return next((q for q in quotes if [words(segment.text) for segment in q.segments] == wanted), None)


@pytest.mark.parametrize("key", ROWS)
def test_metadata_are_those_of_the_article(key):
    page, expected = parsed(key), expected_article(key)
    article = expected.article
    assert (page.title, list(page.authors), page.section) == (article.title, article.authors, article.section)
    assert (page.published, page.language) == (article.published.isoformat(), article.language)
    assert page.outlet == expected.paper.name


@pytest.mark.parametrize("key", ROWS)
def test_every_paragraph_is_read(key):
    texts = [paragraph.text for paragraph in parsed(key).paragraphs]
    printed = [
        BeautifulSoup(block.html, "lxml").get_text()
        for block in expected_article(key).article.blocks
        if block.kind in ("paragraph", "subheading", "block_quote", "post")
    ]
    assert [text for text in printed if text not in texts and "Reporting by" not in text] == []


@pytest.mark.parametrize("key", ROWS)
def test_page_furniture_is_not_read(key):
    assert [words for words in FURNITURE if words in parsed(key).text] == []


def test_engine_finds_the_quotes_word_for_word():
    both = pairs()
    assert sum(quote is not None for _, quote in both) / len(both) >= FOUND


def test_engine_names_their_speakers():
    right = [name(quote.speaker) == name(wanted.speaker) for wanted, quote in pairs() if quote]
    assert sum(right) / len(right) >= NAMED


def test_engine_takes_little_else_for_speech():
    expected = {id(quote) for _, quote in pairs()}
    spoken = [quote for key in ROWS for quote in found(key) if quote.kind in ("direct", "mixed")]
    others = [quote.text for quote in spoken if id(quote) not in expected]
    assert len(others) / len(spoken) <= OTHERS, others


def test_the_german_article_is_read_without_a_mistake():
    key = "wire/gezeitenkraft-fuer-ardmere"
    told = [(q.kind, q.speaker, [segment.text for segment in q.segments]) for q in found(key)]
    assert told == [(q.kind, q.speaker, q.segments) for q in expected_article(key).quotes]
