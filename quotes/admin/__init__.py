"""Curators' pages: quotes, their occurrences and speakers, and the queue of doubts."""

from . import occurrence, quote, review_item, speaker, upkeep

__all__ = ["occurrence", "quote", "review_item", "speaker", "upkeep"]
