"""Words as the scrapers compare and list them."""

import re

WORD = re.compile(r"\w+")


def key_of(text: str) -> str:
    """The words of ``text`` alone, in small letters: what two printings of one passage share."""
    return " ".join(WORD.findall(text)).lower()


def word_list(written: str) -> frozenset[str]:
    return frozenset(written.split())
