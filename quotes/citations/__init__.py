"""A quote's source as the usual styles and tools write it. Pure: a ``Source`` in, text out."""

from .file_formats import FILE_FORMATS, with_citation
from .names import is_body
from .source import Source
from .styles import STYLES

__all__ = ["FILE_FORMATS", "STYLES", "Source", "is_body", "with_citation"]
