"""Business Insider: slides until 2024, then one flowing text."""

from datetime import date

from archive.scrapers.publisher import Publisher


class BusinessInsider(Publisher):
    name = "business-insider"
    version = "2"
    hosts = ("businessinsider.com",)
    body_css = ".post-summary-bullets, .post-body-content"
    drop_css = ".related-posts-component, .content-recommendations-component"
    authors_css = ".byline-author-text"


class BusinessInsiderSlides(BusinessInsider):
    version = "1"
    until = date(2024, 12, 31)
    body_css = ".slideshow-container, .content-lock-content"
    authors_css = ".byline-author"
