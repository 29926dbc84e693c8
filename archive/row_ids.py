"""The numbers of rows, as people and programs hand them in."""

MOST_DIGITS = 18  # that a database holds for certain; SQLite fails on more


def row_id(text: str) -> int | None:
    """The number, or None where it can be that of no row."""
    fits = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if fits else None
