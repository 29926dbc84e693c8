"""How names are compared."""

import re
import unicodedata

SUFFIXES = re.compile(r",?\s+(jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")


def name_key(name: str) -> str:
    """The name without case, accents, dots and generational suffix: equal keys may be one speaker."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", name.translate(APOSTROPHES)) if not unicodedata.combining(c)
    )
    return " ".join(SUFFIXES.sub("", plain).casefold().replace(".", " ").split())


def is_bare(name: str) -> bool:
    """Is this one word only: a surname or first name, which tells nobody apart beyond its article?"""
    return len(name_key(name).split()) == 1
