from collections import Counter
from datetime import UTC, datetime

import pytest

from quotes.demo.article import Edition
from quotes.demo.outlet import KEYS, outlet

PAPERS = [outlet(key) for key in KEYS]
ARTICLES = [(paper, article) for paper in PAPERS for article in paper.articles(Edition.FIRST)]


def words_of(article) -> str:
    return " ".join(block.html for block in article.blocks)


def test_articles_are_newest_first():
    for paper in PAPERS:
        dates = [article.published for article in paper.articles(Edition.FIRST)]
        assert dates == sorted(dates, reverse=True)


def test_articles_span_two_years():
    dates = [article.published for _, article in ARTICLES]
    assert datetime(2024, 11, 1, tzinfo=UTC) < min(dates) < max(dates) < datetime(2026, 11, 1, tzinfo=UTC)


def test_related_articles_exist():
    for paper, article in ARTICLES:
        assert [paper.article(slug, Edition.FIRST).slug for slug in article.related] == article.related


def test_paths_are_unique_within_an_outlet():
    paths = Counter((paper.key, article.path) for paper, article in ARTICLES)
    assert max(paths.values()) == 1


@pytest.mark.parametrize(
    ("key", "own", "others"), [("courier", "“”", '"'), ("gazette", "‘’", '"'), ("wire", "&quot;", "“‘”’")]
)
def test_marks_are_those_of_the_outlet(key, own, others):
    english = [article for article in outlet(key).articles(Edition.FIRST) if article.language == "en"]
    for article in english:
        assert all(mark in words_of(article) for mark in [own[0], own[-1]])
        assert not set(others) & set(words_of(article))


def test_pages_fit_their_encoding():
    for paper, article in ARTICLES:
        assert words_of(article).encode(paper.encoding).decode(paper.encoding) == words_of(article)


def test_one_article_is_corrected():
    first = {article.slug: article for paper in PAPERS for article in paper.articles(Edition.FIRST)}
    later = {article.slug: article for paper in PAPERS for article in paper.articles(Edition.CORRECTED)}
    assert [slug for slug in first if first[slug] != later[slug]] == ["ferries-in-public-hands"]


def test_one_article_is_german():
    assert [article.slug for _, article in ARTICLES if article.language == "de"] == [
        "gezeitenkraft-fuer-ardmere"
    ]
