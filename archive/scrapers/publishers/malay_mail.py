"""Malay Mail."""

from archive.scrapers.publisher import Publisher


class MalayMail(Publisher):
    name = "malay-mail"
    hosts = ("malaymail.com",)
    body_css = ".article-body"
    authors_css = ".article-byline"
