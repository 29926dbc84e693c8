"""What a feed, a sitemap or a section page announces: addresses of articles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape
from urllib.parse import urljoin

from archive.addresses import url_key
from archive.errors import AddressError

MOST = 500  # of one visit; a flood of addresses is cut here, and the rest comes with later visits
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)

TAG = re.compile(r"<[^<>]{0,1000}>")


@dataclass(frozen=True, slots=True)
class Found:
    """An article's address as it was announced; ``published`` in UTC, as the announcement says."""

    url: str
    published: datetime | None = None
    title: str = ""


def distinct(announced: Iterable[Found], most: int = MOST) -> list[Found]:
    """The first of each article, in the order announced, without what is no web address."""
    by_key: dict[str, Found] = {}
    for key, found in keyed(announced):
        by_key.setdefault(key, found)
        if len(by_key) == most:
            break
    return list(by_key.values())


def keyed(announced: Iterable[Found]) -> Iterator[tuple[str, Found]]:
    for found in announced:
        try:
            yield url_key(found.url), found
        except AddressError:
            continue  # a feed may announce a podcast's magnet link or an e-mail address


def absolute(base: str, link: str) -> str:
    """The link as a whole address, or nothing where it is none."""
    try:
        return urljoin(base, link.strip()) if link else ""
    except ValueError:
        return ""


def plain(title: str) -> str:
    """A title without markup, on one line."""
    return " ".join(unescape(TAG.sub("", title)).split())


def plausible(moment: datetime | None) -> datetime | None:
    """The moment in UTC, unless no article of the web can have appeared then."""
    if moment is None:
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return moment.astimezone(UTC) if EARLIEST <= moment <= tomorrow() else None


def tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)


def moment_of(iso: str) -> datetime | None:
    """An ISO 8601 date or time as a plausible moment, or nothing."""
    try:
        return plausible(datetime.fromisoformat(iso.strip()))
    except (ValueError, OverflowError):
        return None
