"""The three fictional newspapers, each a folder: ``outlet.toml``, templates, a stylesheet and articles."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .article import Article, Edition, read_article

SITE = Path(__file__).parent / "site"
KEYS = ("courier", "gazette", "wire")


@dataclass(frozen=True, slots=True)
class DemoOutlet:
    """One newspaper. ``address`` is the pattern of its articles' paths; ``feed_kind`` a ``Feed.Kind``."""

    key: str
    name: str
    motto: str
    description: str
    address: str
    feed: str
    feed_kind: str
    encoding: str = "utf-8"
    language: str = "en"

    def articles(self, edition: Edition) -> tuple[Article, ...]:
        """All of them, the newest first."""
        return articles_of(self.key, self.address, edition)

    def article(self, slug: str, edition: Edition) -> Article:
        return next(article for article in self.articles(edition) if article.slug == slug)

    def sections(self, edition: Edition) -> list[str]:
        return sorted({article.section for article in self.articles(edition)})


@cache
def outlet(key: str) -> DemoOutlet:
    fields = tomllib.loads((SITE / key / "outlet.toml").read_text(encoding="utf-8"))
    return DemoOutlet(key=key, **fields)


@cache
def articles_of(key: str, address: str, edition: Edition) -> tuple[Article, ...]:
    found = (read_article(file, address, edition) for file in (SITE / key / "articles").glob("*.md"))
    return tuple(sorted(found, key=lambda article: article.published, reverse=True))
