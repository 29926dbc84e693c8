"""What a citation needs to know of a printed quote. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """One printed quote. ``published`` is None where unknown; ``accessed`` is the day it was archived.

    ``day`` is ``published``, ``archived`` that word, as readers of the site write them where no style rules;
    ``readers`` is the language that these read, in which the styles write months;
    ``url_status`` is ``"live"``, ``"dead"`` or, of a file that somebody handed in, unknown: ``""``.
    """

    key: str
    words: str
    speaker: str
    title: str
    outlet: str
    url: str
    archive_url: str
    accessed: date
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str = ""
    url_status: str = ""
    day: str = ""
    archived: str = "archived"
    readers: str = "en"
