"""Reuters. Its class names end in hashes that change."""

from archive.scrapers.publisher import Publisher


class Reuters(Publisher):
    name = "reuters"
    hosts = ("reuters.com",)
    body_css = "[class*='article-body__content__']"
    drop_css = "[class*='trust-badge']"
