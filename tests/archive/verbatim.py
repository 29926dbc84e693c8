"""A scraper for tests, in a module that a process without Django can import."""

from archive.scrapers.base import Page, Parsed, joined


class Verbatim:
    """Takes the whole page for the article. ``version`` as a test wants."""

    name = "verbatim"

    def __init__(self, version: str = "1") -> None:
        self.version = version

    def parse(self, page: Page) -> Parsed:
        words, paragraphs = joined([("body", page.content.decode())])
        return Parsed(words, paragraphs, title=f"Title {self.version}")
