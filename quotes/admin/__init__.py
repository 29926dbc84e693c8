"""Curators' pages: quotes, their occurrences and speakers, and the queue of doubts."""

from . import change, occurrence, quote, review_item, speaker, upkeep

__all__ = ["change", "occurrence", "quote", "review_item", "speaker", "upkeep"]
