import pytest

from archive.announcements.articles import looks_like_article

ARTICLES = [
    "/news/mayor-opens-new-bridge",
    "/news/mayor-opens-new-bridge/",
    "/news/mayor_opens_new_bridge.html",
    "/2026/11/02/storm",
    "/news/2026-11-02-storm",
    "/2026/nov/02/storm",
    "/article/1234567",
    "/news/world-56789012",
    "/story.php/bürgermeister-eröffnet-neue-brücke",
]
OTHERS = [
    "",
    "/",
    "/news",
    "/news/",
    "/world/europe",
    "/about/how-we-check-our-facts",
    "/tag/bridges-of-the-north-sea",
    "/author/ann-boe-of-the-slate",
    "/news/picture-of-the-new-bridge.jpg",
    "/2026/11/02/feed",
    "/2026/11/02/index.html",
]


@pytest.mark.parametrize("path", ARTICLES)
def test_looks_like_article_where_it_is_one(path):
    assert looks_like_article(f"https://example.org{path}")


@pytest.mark.parametrize("path", OTHERS)
def test_looks_like_article_where_it_is_none(path):
    assert not looks_like_article(f"https://example.org{path}")
