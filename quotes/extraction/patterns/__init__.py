"""Languages without learned weights: who speaks is told by patterns that stand in the language's data file.

``languages/de.toml`` and its like hold everything that belongs to a language: verbs of saying, the patterns
in which they bind a speaker to words in marks, nouns for people and bodies, pronouns. What is here knows no
language.
"""

from .guess import guess_language
from .phrasebook import NO_LANGUAGE, Phrasebook, load_phrasebook
from .reading import read_by_patterns

__all__ = ["NO_LANGUAGE", "Phrasebook", "guess_language", "load_phrasebook", "read_by_patterns"]
