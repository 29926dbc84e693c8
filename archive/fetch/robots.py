"""robots.txt (RFC 9309), read by protego. Pure."""

from functools import lru_cache

from protego import Protego

from archive.errors import StatusError

AGENT = "QuoteArchive"
MAX_BYTES = 500 * 1024  # what RFC 9309 wants read; the rest is ignored
LONGEST_DELAY = 3600.0


def text_of(content: bytes) -> str:
    """The rules as text. A byte order mark would hide the first group."""
    return content[:MAX_BYTES].decode("utf-8-sig", errors="replace")


def means_no_rules(error: StatusError) -> bool:
    """Whether this answer for robots.txt leaves everything allowed; else nothing is, for now."""
    return 400 <= error.status < 500 and error.status != 429


def allows(text: str, url: str) -> bool:
    return _rules(text).can_fetch(url, AGENT)


def crawl_delay(text: str) -> float:
    """Seconds between two requests that the rules ask for; 0 where they do not."""
    return min(_rules(text).crawl_delay(AGENT) or 0.0, LONGEST_DELAY)


@lru_cache(maxsize=16)
def _rules(text: str) -> Protego:
    return Protego.parse(text)
