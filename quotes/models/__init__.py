"""Quotes: who said what, and where it stands."""

from .change import Change
from .decision import Decision
from .duplicate import Duplicate
from .extraction import Extraction
from .harvest import Harvest
from .index_change import IndexChange
from .move import Move
from .occasion import Occasion
from .occurrence import Occurrence
from .quote import Fingerprint, Quote, may_see_withdrawn
from .reference import Reference
from .review_item import ReviewItem
from .speaker import Alias, PrintedRole, Speaker

__all__ = [
    "Alias",
    "Change",
    "Decision",
    "Duplicate",
    "Extraction",
    "Fingerprint",
    "Harvest",
    "IndexChange",
    "Move",
    "Occasion",
    "Occurrence",
    "PrintedRole",
    "Quote",
    "Reference",
    "ReviewItem",
    "Speaker",
    "may_see_withdrawn",
]
