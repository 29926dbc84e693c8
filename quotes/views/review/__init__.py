"""The review queue: one doubtful quote after the other, decided by single keys."""

from .bulk import bulk_page
from .deciding import decide_page, undo_page
from .item import review_page
from .speakers import found_speakers

__all__ = ["bulk_page", "decide_page", "found_speakers", "review_page", "undo_page"]
