"""Errors of the scrapers.

ScraperError
└── UnreadableError
    ├── NotHtmlError
    ├── EmptyPageError
    └── OverloadedPageError
"""


class ScraperError(Exception):
    """Root of everything that a scraper raises; ``url`` is the page's address, or ``""``."""

    def __init__(self, message: str, url: str = "") -> None:
        super().__init__(message)
        self.url = url


class UnreadableError(ScraperError):
    """There is no article to read on this page; the message says why in one sentence."""


class NotHtmlError(UnreadableError):
    """What was fetched is a PDF, a picture or something else that is not a web page."""


class EmptyPageError(UnreadableError):
    """The page holds no words that could be an article."""


class OverloadedPageError(UnreadableError):
    """The page has more elements, attributes, levels or bytes than any article needs."""
