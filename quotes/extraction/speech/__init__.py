"""Is a marked passage somebody's speech, or a title, a term, a nickname?"""

from .doubt import doubt
from .features import speech_features
from .headline import in_headline, on_a_sign, written_on
from .marked import Marked, marked
from .wording import case_of

__all__ = [
    "Marked",
    "case_of",
    "doubt",
    "in_headline",
    "marked",
    "on_a_sign",
    "speech_features",
    "written_on",
]
