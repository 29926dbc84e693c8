"""Subscription lists as CSV, for spreadsheets: a row a feed, cells that look like formulas made harmless."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, fields

from archive.errors import SubscriptionError
from archive.formulas import escaped, unescaped

from .subscription import Subscription

COLUMNS = [field.name for field in fields(Subscription)]
MOST_BYTES = 5_000_000


def write_table(subscriptions: Iterable[Subscription]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in astuple(each)] for each in subscriptions)
    return out.getvalue()


def cell(value: object) -> str:
    text = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return escaped(text)


def read_table(content: bytes) -> list[Subscription]:
    """The feeds of a table with a column ``url`` and any of the others; raises ``SubscriptionError``."""
    if len(content) > MOST_BYTES:
        raise SubscriptionError(f"The list is larger than {MOST_BYTES} bytes: split it.")
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise SubscriptionError(f"The table cannot be read ({error}): save it as CSV in UTF-8.") from error
    if not rows or "url" not in rows[0]:
        raise SubscriptionError(f"It has no rows with a column url; its columns are {', '.join(COLUMNS)}.")
    return [subscription(row) for row in rows if row.get("url")]


def subscription(row: dict[str, str]) -> Subscription:
    values = {name: unescaped(row[name]) for name in COLUMNS if row.get(name)}
    active = values.pop("active", "yes").lower() not in ("no", "false", "0")
    return Subscription(**values, active=active)
