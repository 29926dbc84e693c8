"""The border between the two halves: what a scraper has read, as what an extraction engine reads."""

from archive.models import Reading
from archive.scrapers.base import Parsed

from .extraction import Document, Paragraph


def document_of(read: Parsed | Reading, outlet: str = "") -> Document:
    """The article that a scraper parsed, or a stored reading of it; offsets stay those of its text."""
    return Document(
        paragraphs=tuple(Paragraph(p.text, p.role, p.start) for p in read.paragraphs),
        language=read.language,
        title=read.title,
        authors=tuple(read.authors),
        outlet=outlet,
    )
