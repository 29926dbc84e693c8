"""Which scraper reads a document."""

from .base import Scraper
from .generic import Generic
from .plain import Plain


def scraper_for(url: str, content_type: str = "") -> Scraper:
    """The scraper for the document of this type (a Content-Type header, or ``""``) at this address."""
    return Plain() if content_type.strip().lower().startswith("text/plain") else Generic()
