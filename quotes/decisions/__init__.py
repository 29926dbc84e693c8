"""Curators' decisions about quotes: each one recorded, reversible, and never overwritten by the machine."""

from .choice import Choice
from .decide import decide, decide_many
from .seen import Seen, seen_of, seen_of_many
from .undo import undo, undo_last

__all__ = ["Choice", "Seen", "decide", "decide_many", "seen_of", "seen_of_many", "undo", "undo_last"]
