"""Links that open a page at the quoted words: ``#:~:text=``, checked against the archived page. Pure.

The rules are those of https://wicg.github.io/scroll-to-text-fragment/ and of what Chromium does with them:
words are found whole, without regard to case, kinds of quotation marks and white space; ``start``, ``end``,
``prefix`` and ``suffix`` each stand in one block of the page; the first match of the page wins.
A fragment is only given out if looking for it that way finds exactly the quoted passage.
"""

from .fragment import fragment_for
from .visible import text_blocks

__all__ = ["fragment_for", "text_blocks"]
