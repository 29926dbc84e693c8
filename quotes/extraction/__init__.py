"""Finds the quotes of an article and who said each: paragraphs in, quotes out. No Django, no network.

>>> document = Document((Paragraph('"It is late," said Jane Roe.'),))
>>> [(quote.text, quote.speaker) for quote in extract_quotes(document, default_engine())]
[('It is late,', 'Jane Roe')]
"""

from .builtin import BuiltinEngine
from .document import Document, Paragraph
from .engine import Engine, NotVerbatimError, extract_quotes
from .quotation import Candidate, ExtractedQuote, Span

__all__ = [
    "BuiltinEngine",
    "Candidate",
    "Document",
    "Engine",
    "ExtractedQuote",
    "NotVerbatimError",
    "Paragraph",
    "Span",
    "default_engine",
    "extract_quotes",
]


def default_engine() -> Engine:
    """The engine that is used where nobody names another."""
    return BuiltinEngine()
