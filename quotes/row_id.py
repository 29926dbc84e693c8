"""The id of a row in an address: digits, and no more of them than a database holds."""

from django.urls.converters import IntConverter

from archive.row_ids import MOST_DIGITS


class RowId(IntConverter):
    """A longer number is the id of nothing; SQLite would fail on it."""

    regex = f"[0-9]{{1,{MOST_DIGITS}}}"
