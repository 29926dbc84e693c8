"""Bytes in, parsed article out. No Django, no network.

>>> page = Page(b"<h1>Rain at last</h1><p>It rained on Monday, the town of Exmouth reports to all.</p>")
>>> [paragraph.role for paragraph in scraper_for(page.url).parse(page).paragraphs]
['headline', 'body']
"""

from .base import Page, Paragraph, Parsed, Role, Scraper
from .choice import scraper_for
from .errors import ScraperError, UnreadableError
from .generic import Generic
from .plain import Plain

__all__ = [
    "Generic",
    "Page",
    "Paragraph",
    "Parsed",
    "Plain",
    "Role",
    "Scraper",
    "ScraperError",
    "UnreadableError",
    "scraper_for",
]
