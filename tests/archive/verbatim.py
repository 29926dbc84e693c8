"""A scraper for tests, in a module that a process without Django can import."""

from archive.scrapers.base import Page, Parsed, joined


class Verbatim:
    """Takes the whole page for the article, but for words that a newer ``version`` drops."""

    name = "verbatim"

    def __init__(self, version: str = "1", dropped: str = "") -> None:
        self.version, self.dropped = version, dropped

    def parse(self, page: Page) -> Parsed:
        words, paragraphs = joined([("body", page.content.decode().replace(self.dropped, ""))])
        return Parsed(words, paragraphs, title=f"Title {self.version}")
