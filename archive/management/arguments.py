"""Arguments that several commands take."""

from argparse import ArgumentTypeError

from archive.row_ids import row_id


def article_id(text: str) -> int:
    """The number of an article, as addresses have it."""
    number = row_id(text)
    if number is None:
        raise ArgumentTypeError(f"{text[:40]} is no number of an article: take the one in its address.")
    return number
