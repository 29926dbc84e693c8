"""When an article was published and changed: ISO 8601 as the page has it, not converted, and plausible."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import chain, islice

from lxml.html import HtmlElement

from archive.scrapers.blocks import brief_text

from .head import Head

EARLIEST = 1990  # before the web; some pages say 0001-01-01 or 1970-01-01
AHEAD = timedelta(days=1)  # a page's clock may be ahead by its time zone

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "cxenseparse:publishtime",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publish_date",
    "published_time",
    "pubdate",
    "date.available",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "datecreated",
    "date.created",
    "citation_publication_date",
    "sailthru.date",
    "article.published",
    "article:create_date",
    "published-date",
    "publication_date",
    "date",
)
MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "article:modified",
    "date.modified",
    "dcterms.modified",
    "dc.date.modified",
    "last_updated_date",
    "cxenseparse:modified_time",
    "lastmod",
)
STAMP = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:(?:T|\s{1,3}|\s?-\s?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio",
            "feb february februar février fevrier febrero febbraio",
            "mar march märz maerz mars marzo",
            "apr april avril abril aprile",
            "may mai mayo maggio",
            "jun june juni juin junio giugno",
            "jul july juli juillet julio luglio",
            "aug august août aout agosto",
            "sep sept september septembre septiembre settembre",
            "oct okt october oktober octobre octubre ottobre",
            "nov november novembre noviembre",
            "dec dez december dezember décembre decembre diciembre dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|\.)?\s{{1,3}}(?:de |of )?({NAME})\b\.?,?\s{{1,3}}(?:de )?(\d{{4}})\b",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(
    rf"\b({NAME})\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(\d{{4}})\b", re.IGNORECASE
)
IN_ADDRESS = re.compile(r"/(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[-/]|$)")
DATED = re.compile(r"date|time|publi|posted|byline|meta", re.IGNORECASE)
LONGEST_DATELINE = 120
LISTS = ("li", "aside", "nav", "footer")
MOST_DATE_WORDS = 7
MOST_DATES = 200  # looked at on a page
BEYOND_DATE = re.compile(r"[@()—“”\"]|[.!?]$")


def published_of(head: Head, now: datetime | None = None) -> str:
    """When the article was published: ISO 8601, with the page's own offset if it has one, or ``""``."""
    told = [head.linked.text("datePublished"), *head.all(*PUBLISHED), head.linked.text("dateCreated")]
    return first_plausible(chain(told, shown(head.root), in_address(head.url or head.canonical_url)), now)


def modified_of(head: Head, now: datetime | None = None) -> str:
    """When the article was last changed, ISO 8601, or ``""``."""
    return first_plausible([head.linked.text("dateModified"), *head.all(*MODIFIED)], now)


def first_plausible(written: Iterable[str], now: datetime | None = None) -> str:
    latest = (now or datetime.now(UTC)) + AHEAD
    return next((stamp for text in written if (stamp := iso(text)) and is_plausible(stamp, latest)), "")


def is_plausible(stamp: str, latest: datetime) -> bool:
    day = date.fromisoformat(stamp[:10])
    return day.year >= EARLIEST and day <= latest.date()


def iso(written: str) -> str:
    """A date as ISO 8601, in whichever of the usual forms it is written; ``""`` if it is none."""
    for form in FORMS:
        try:
            if stamp := form(written.strip()):
                return stamp
        except (ValueError, OverflowError, IndexError, TypeError):
            continue
    return ""


def from_stamp(written: str) -> str:
    """``2024-05-03``, ``2024-05-03 9:05:01 +02:00``, ``2024-05-03T09:05:01.123Z``."""
    found = STAMP.match(written)
    if not found:
        return ""
    year, month, day, hour, minute, second, offset = found.groups()
    whole = date(int(year), int(month), int(day)).isoformat()
    if hour is None:
        return whole
    time = datetime(1, 1, 1, int(hour), int(minute), int(second or 0)).time()  # noqa: DTZ001 -- a time of day alone
    return f"{whole}T{time.isoformat()}{offset_of(offset or '')}"


def offset_of(written: str) -> str:
    """``Z``, ``+0200``, ``+02`` as ``+00:00``, ``+02:00``, ``+02:00``."""
    if not written:
        return ""
    if written[0] not in "+-":
        return "+00:00"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def from_seconds(written: str) -> str:
    """Seconds or milliseconds since 1970."""
    if not SECONDS.fullmatch(written):
        return ""
    return datetime.fromtimestamp(int(written[:10]), UTC).isoformat()


def from_mail(written: str) -> str:
    """``Fri, 03 May 2024 09:05:01 +0200``."""
    return parsedate_to_datetime(written).isoformat() if "," in written[:5] and ":" in written else ""


def from_words(written: str) -> str:
    """``3 May 2024``, ``May 3rd, 2024``, ``3. Mai 2024``, ``3 de mayo de 2024``; the day alone."""
    if found := DAY_FIRST.search(written):
        day, name, year = found.groups()
    elif found := MONTH_FIRST.search(written):
        name, day, year = found.groups()
    else:
        return ""
    return date(int(year), MONTHS[name.lower()], int(day)).isoformat()


FORMS: tuple[Callable[[str], str], ...] = (from_stamp, from_seconds, from_mail, from_words)


def shown(root: HtmlElement) -> Iterator[str]:
    """What a reader sees as a date: time elements, then short texts of elements named after dates."""
    for element in islice(root.iter("time"), MOST_DATES):
        if in_list(element):
            continue
        yield element.get("datetime") or ""
        yield brief_text(element, LONGEST_DATELINE)
    for element in root.xpath("//*[@class or @id or @itemprop]"):
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        if DATED.search(names[:300]):
            yield brief_text(element, LONGEST_DATELINE)


def is_date(text: str) -> bool:
    """Whether this text is a date, perhaps with a time and a day of the week, and nothing else."""
    return len(text.split()) <= MOST_DATE_WORDS and not BEYOND_DATE.search(text) and bool(iso(text))


def in_list(element: HtmlElement) -> bool:
    """Whether this date stands in a list of other articles."""
    return any(around.tag in LISTS for around in element.iterancestors())


def in_address(url: str) -> Iterator[str]:
    if found := IN_ADDRESS.search(url):
        yield "-".join(part.zfill(2) for part in found.groups())
