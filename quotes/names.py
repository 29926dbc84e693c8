"""How names are compared."""

import unicodedata

APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")


def name_key(name: str) -> str:
    """The name without case, accents, dots, commas and a leading "the": equal keys may be one speaker.

    "Jr." stays: father and son are two people.
    """
    plain = unicodedata.normalize("NFKD", name.translate(APOSTROPHES)).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(letters.replace(".", " ").replace(",", " ").split()).removeprefix("the ")


def is_bare(name: str) -> bool:
    """Is this one word only: a surname or first name, which tells nobody apart beyond its article?"""
    return len(name_key(name).split()) == 1
