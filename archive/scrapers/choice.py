"""Which scraper reads a document. A publisher's scraper is registered by standing in ``publishers``."""

from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import urlsplit

from . import publishers
from .base import Scraper
from .generic import Generic
from .plain import Plain
from .publisher import Publisher


def scraper_for(url: str, content_type: str = "", when: date | None = None) -> Scraper:
    """The scraper for the document of this type (a Content-Type header, or ``""``) at this address.

    ``when`` is the day on which the document was fetched or published; without it, the newest layout counts.
    """
    if content_type.strip().lower().startswith("text/plain"):
        return Plain()
    host = host_of(url)
    own = [kind for kind in publisher_classes() if kind.serves(host)]
    fitting = [kind for kind in own if when is None or kind.until is None or when <= kind.until]
    chosen = min(fitting, key=lambda kind: last_day(kind, when), default=Generic)
    return chosen()


def last_day(kind: type[Publisher], when: date | None) -> date:
    """By which the layouts of a publisher are ordered: the first that still fits, without a day the last."""
    until = kind.until or date.max
    return until if when else date.fromordinal(date.max.toordinal() - until.toordinal() + 1)


@cache
def publisher_classes() -> tuple[type[Publisher], ...]:
    """All scrapers of publishers, in the order of their modules."""
    names = sorted(found.name for found in iter_modules(publishers.__path__))
    modules = [import_module(f"{publishers.__name__}.{name}") for name in names]
    return tuple(
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Publisher) and kind.__module__ == module.__name__
    )


def host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
