"""From a capture to its reading: parsed within limits, stored in one transaction, announced after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from .captures import load
from .characters import storable
from .duplicates import settle_address
from .errors import ReadError
from .limits import MEGABYTES, SECONDS
from .models import Article, Capture, Outlet, Reading
from .sandbox import Call, start_limited
from .scrapers import scraper_for
from .scrapers.base import Parsed, Scraper
from .scrapers.errors import UnreadableError
from .signals import reading_made
from .topics import settle_topics
from .wire import bands_of, group_copies, keep_bands, shingles_of

NO_ARTICLE = {
    "consent": "The page asks for consent and holds no article: supply a saved copy of it instead.",
    "soft-404": "The page is not the article but what the site shows in its place: check the address.",
}


def read(capture: Capture, scraper: Scraper | None = None) -> Reading:
    """The reading of this capture by this scraper, or by the one for its address; made unless it stands.

    The article takes its title, authors and dates from the newest one. Sends ``reading_made`` after commit:
    again where the last time was interrupted. Must not run within a transaction. Raises ``CaptureError``
    or ``ReadError``.
    """
    return begin(capture, scraper).finish()


def begin(capture: Capture, scraper: Scraper | None = None) -> "Begun":
    """``read`` as far as a child process does it, while this one goes on."""
    scraper = scraper or scraper_of(capture)
    reading = standing(capture, scraper)
    if reading is not None:
        return Begun(capture, scraper, reading)
    call = start_limited(scraper.parse, load(capture), seconds=SECONDS, megabytes=MEGABYTES)
    return Begun(capture, scraper, call=call)


@dataclass(frozen=True, slots=True)
class Begun:
    """A capture that is being read, or the ``reading`` of it that stands."""

    capture: Capture
    scraper: Scraper
    reading: Reading | None = None
    call: Call[Parsed] | None = None

    def wait(self) -> None:
        """Until the child process has parsed it."""
        if self.call:
            self.call.wait()

    def abandon(self) -> None:
        if self.call:
            self.call.abandon()

    def finish(self) -> Reading:
        if self.reading is not None and self.capture.article.announced:
            return self.reading
        reading = self.reading or self.made()
        transaction.on_commit(partial(announce, reading))
        return reading

    def made(self) -> Reading:
        """A new one, or what another worker made of the same capture meanwhile."""
        parsed = self.parsed()
        bands = bands_of(shingles_of(parsed.text))
        try:
            return store(self.capture, self.scraper, parsed, bands)
        except IntegrityError:
            if reading := standing(self.capture, self.scraper):
                return reading
            raise

    def parsed(self) -> Parsed:
        """What the scraper reads in the captured page; raises ``ReadError`` where that is no article."""
        try:
            parsed = cast(Call[Parsed], self.call).result()
        except UnreadableError as error:
            raise ReadError(str(error)) from error
        for flag in parsed.flags:
            if flag in NO_ARTICLE:
                raise ReadError(NO_ARTICLE[flag])
        return parsed


def standing(capture: Capture, scraper: Scraper) -> Reading | None:
    found = capture.readings.filter(scraper=scraper.name, scraper_version=scraper.version)
    return found.first() if found.exists() else None  # that there is none, as mostly, is told far sooner


def scraper_of(capture: Capture) -> Scraper:
    """The newest scraper that knows the layout of this address on the day of the capture."""
    return scraper_for(capture.url, capture.content_type, when=capture.fetched_at.date())


@transaction.atomic
def store(capture: Capture, scraper: Scraper, parsed: Parsed, bands: Sequence[int]) -> Reading:
    reading = Reading.objects.create(
        capture=capture, scraper=scraper.name, scraper_version=scraper.version, **fields(parsed)
    )
    settle_address(reading, parsed.canonical_url, parsed.variants)
    article = reading.capture.article
    article.announced = False
    if article.shows(reading):
        show(reading, article)
        keep_bands(article, bands)
        name_outlet(article.outlet, storable(parsed.outlet))
    else:
        article.save(update_fields=["announced"])
    return reading


def fields(parsed: Parsed) -> dict[str, Any]:
    """The columns of a reading."""
    return {
        "text": storable(parsed.text),
        "layout": [[each.role, each.start, each.start + len(each.text)] for each in parsed.paragraphs],
        "title": storable(parsed.title)[:1000],
        "authors": storable(parsed.authors),
        "published": parsed.published[:40],
        "modified": parsed.modified[:40],
        "language": parsed.language[:8],
        "section": storable(parsed.section)[:200],
        "keywords": storable(parsed.keywords),
        "flags": list(parsed.flags),
    }


def show(reading: Reading, article: Article) -> None:
    """The article as this reading, or else the feed, has it; never what a person has set."""
    values = shown(reading)
    if not values["language"] and not article.language:
        values["language"] = article.outlet.language
    for name, value in values.items():
        if value and name not in article.locked:
            setattr(article, name, value)
    was_read, article.state = article.state in (Article.State.READ, Article.State.GONE), Article.State.READ
    save(article, [*values, "state", "announced"], heard_of=was_read)
    if "topics" not in article.locked and (was_read or reading.section or reading.keywords):
        settle_topics(article, reading)


def save(article: Article, names: list[str], *, heard_of: bool) -> None:
    """These fields of the article; whoever listens to changes need not hear of one that was never read."""
    if heard_of:
        article.save(update_fields=names)
    else:
        Article.objects.filter(pk=article.pk).update(**{name: getattr(article, name) for name in names})


def shown(reading: Reading) -> dict[str, Any]:
    """What a reading tells of its article, by the article's fields; empty where it says nothing."""
    return {
        "title": reading.title,
        "authors": reading.authors,
        "published": moment_of(reading.published),
        "modified": moment_of(reading.modified),
        "language": reading.language,
        "section": reading.section,
    }


def moment_of(iso: str) -> datetime | None:
    """An ISO 8601 date or time as the archive sorts by it; without an offset, in the site's time zone."""
    try:
        moment = parse_datetime(iso) or midnight(parse_date(iso))
    except ValueError:
        return None
    if moment is None or timezone.is_aware(moment):
        return moment
    return timezone.make_aware(moment)


def midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min) if day else None


def name_outlet(outlet: Outlet, name: str) -> None:
    """Call an outlet that nobody has named yet, but by its host, as its pages do."""
    if name and outlet.name == outlet.host:
        outlet.name = name[:200]
        outlet.save(update_fields=["name"])


def announce(reading: Reading) -> None:
    """Tell whoever listens; the article's mark goes last, so that a crash in between makes it told again."""
    article = reading.capture.article
    article.story = group_copies(article, reading.text) or article.story
    reading_made.send(sender=Reading, reading=reading)
    article.announced = True
    Article.objects.filter(pk=article.pk).update(announced=True)
