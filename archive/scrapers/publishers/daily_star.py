"""Daily Star."""

from datetime import date

from archive.scrapers.publisher import Publisher


class DailyStar(Publisher):
    name = "daily-star"
    version = "2"
    hosts = ("dailystar.co.uk",)
    body_css = "#article-body"
    drop_css = "[class*='Byline_'], [class*='Newsletter']"
    authors_css = "[class*='AuthorLink_']"


class DailyStarClassic(DailyStar):
    version = "1"
    until = date(2025, 6, 30)
    body_css = ".sub-title, .article-body"
    drop_css = ".read-more-links, .newsletter-signup"
    authors_css = ""
