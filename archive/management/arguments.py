"""Arguments that several commands take."""

from argparse import ArgumentTypeError

MOST_DIGITS = 18  # that a database holds


def row_id(text: str) -> int:
    """The number of a row, as addresses have it."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise ArgumentTypeError(f"{text[:40]} is no number of an article: take the one in its address.")
    return int(text)
