"""TechCrunch: rebuilt on blocks in May 2024."""

from datetime import date

from archive.scrapers.publisher import Publisher


class TechCrunch(Publisher):
    name = "tech-crunch"
    version = "2"
    hosts = ("techcrunch.com",)
    body_css = ".wp-block-post-content"
    drop_css = ".wp-block-techcrunch-inline-cta"
    authors_css = ".single-post-hero__byline .wp-block-tc23-author-card-name"


class TechCrunchClassic(TechCrunch):
    version = "1"
    until = date(2024, 5, 12)
    body_css = ".article-content"
    drop_css = ".embed--newsletter"
    authors_css = ""
