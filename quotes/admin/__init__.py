"""Curators' pages: quotes, their occurrences and speakers, and the queue of doubts."""

from . import (
    change,
    duplicate,
    move,
    occasion,
    occurrence,
    quote,
    review_item,
    sign_ins,
    speaker,
    upkeep,
)

__all__ = [
    "change",
    "duplicate",
    "move",
    "occasion",
    "occurrence",
    "quote",
    "review_item",
    "sign_ins",
    "speaker",
    "upkeep",
]
