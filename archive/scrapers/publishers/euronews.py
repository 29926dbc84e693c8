"""Euronews."""

from archive.scrapers.publisher import Publisher


class Euronews(Publisher):
    name = "euronews"
    hosts = ("euronews.com",)
    body_css = ".c-article-summary, .c-article-content"
    drop_css = ".c-ad, .c-widget-related"
