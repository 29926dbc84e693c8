"""Quotes: who said what, and where it stands."""

from .change import Change
from .decision import Decision
from .extraction import Extraction
from .harvest import Harvest
from .index_change import IndexChange
from .occurrence import Occurrence
from .quote import Fingerprint, Quote
from .review_item import ReviewItem
from .speaker import Alias, PrintedRole, Speaker

__all__ = [
    "Alias",
    "Change",
    "Decision",
    "Extraction",
    "Fingerprint",
    "Harvest",
    "IndexChange",
    "Occurrence",
    "PrintedRole",
    "Quote",
    "ReviewItem",
    "Speaker",
]
