"""The New Yorker."""

from archive.scrapers.publisher import Publisher


class NewYorker(Publisher):
    name = "the-new-yorker"
    hosts = ("newyorker.com",)
    body_css = ".body__inner-container"
    authors_css = ".content-header .byline__name"
