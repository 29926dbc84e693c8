"""What a page says about its article: title, authors, dates, outlet, section, language, address, flags."""

from .authors import is_signature, names_in
from .dates import first_plausible
from .facts import Facts, facts_of
from .flags import flags_of
from .head import Head

__all__ = ["Facts", "Head", "facts_of", "first_plausible", "flags_of", "is_signature", "names_in"]
