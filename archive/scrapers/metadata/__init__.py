"""What a page says about its article: title, authors, dates, outlet, section, language, address, flags."""

from .authors import authors_of
from .dates import modified_of, published_of
from .flags import flags_of
from .head import Head
from .sections import section_of
from .titles import title_of

__all__ = ["Head", "authors_of", "flags_of", "modified_of", "published_of", "section_of", "title_of"]
