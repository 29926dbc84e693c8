"""Sources and evidence: outlets and their feeds, articles, captures of them, and readings of those."""

from .address import Address
from .alarm import Alarm
from .article import Article
from .capture import Capture
from .host import Host
from .outlet import Feed, Outlet
from .reading import Reading
from .refusal import Refusal
from .run import Run
from .scheduled import QUARANTINE_AFTER, Scheduled
from .snapshot import Snapshot
from .topic import Topic
from .wire import Band, Story

__all__ = [
    "QUARANTINE_AFTER",
    "Address",
    "Alarm",
    "Article",
    "Band",
    "Capture",
    "Feed",
    "Host",
    "Outlet",
    "Reading",
    "Refusal",
    "Run",
    "Scheduled",
    "Snapshot",
    "Story",
    "Topic",
]
