"""The outlets and feeds that the archive follows: many added at once, and lists of them written and read."""

from .adding import add_sites, addresses_of
from .line import Line
from .opml import read_opml, write_opml
from .subscription import Subscription, subscribe, subscriptions
from .table import read_table, write_table

__all__ = [
    "Line",
    "Subscription",
    "add_sites",
    "addresses_of",
    "read_opml",
    "read_table",
    "subscribe",
    "subscriptions",
    "write_opml",
    "write_table",
]
