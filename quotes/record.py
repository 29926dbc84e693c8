"""From a reading to rows: the quotes of one article, recorded in one transaction and idempotently."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.db.models import OuterRef, QuerySet, Subquery

from archive.history import unattended
from archive.models import Article, Reading

from . import watch
from .anchors import anchored
from .documents import document_of
from .engines import configured_engine
from .extraction import Engine, ExtractedQuote, extract_quotes
from .grouping import refresh, regroup
from .models import Change, Extraction, Occurrence, Quote, ReviewItem, Speaker
from .names import name_key
from .occurrences import differences, values_of
from .pairing import paired
from .ranking import CHANGED
from .speakers import NamedSource, resolve_speakers
from .watch import Page

ENGINE = "engine"
UNREAD = "not in the newer reading"
FAILED = "extraction failed"

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Recorded:
    """How many quotes of the article are new, changed, unchanged and gone."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    failed: bool = False


@unattended()
def record_quotes(reading: Reading, engine: Engine | None = None) -> Recorded:
    """Extract the quotes of a reading and save them; doing it again changes nothing.

    Only the latest reading of an article counts. What a person has decided stays as it is.
    """
    article = reading.capture.article
    if not article.shows(reading):
        return Recorded()
    engine = engine or configured_engine()
    found = extract_quotes(document_of(reading, article.outlet.name), engine)
    try:
        return save_quotes(reading, engine, found)
    except IntegrityError:  # another worker made the same speaker just now: it is found this time
        return save_quotes(reading, engine, found)


@transaction.atomic
def save_quotes(reading: Reading, engine: Engine, found: list[ExtractedQuote]) -> Recorded:
    lock(reading.capture.article)
    recorded = Recording(reading, engine).save(found)
    note_extraction(reading, engine, len(found))
    return recorded


def lock(article: Article) -> None:
    """Until the transaction ends; what others may have set meanwhile is as they set it."""
    row = Article.objects.select_for_update().filter(pk=article.pk)
    article.story_id, article.withheld = row.values_list("story", "withheld").get()


def note_extraction(reading: Reading, engine: Engine, found: int) -> None:
    """In one statement, whether it was read before or not."""
    values = {"engine": engine.name, "engine_version": engine.version, "found": found}
    Extraction.objects.bulk_create(
        [Extraction(reading=reading, **values)],
        update_conflicts=True,
        unique_fields=["reading"],
        update_fields=list(values),
    )


def record_or_report(reading: Reading, engine: Engine | None = None) -> Recorded:
    """Record the quotes; an article that makes the engine fail becomes an item for the curators."""
    try:
        return record_quotes(reading, engine)
    except Exception as error:
        logger.exception("No quotes recorded of reading %s", reading.pk)
        note = f"{type(error).__name__}: {error}"
        ReviewItem.objects.create(article=reading.capture.article, reason=FAILED, note=note, reporter=ENGINE)
        return Recorded(failed=True)


def latest_readings(article: int | None = None) -> QuerySet[Reading]:
    """The latest reading of each article, or of this one."""
    of_article = Reading.objects.filter(capture__article=OuterRef("capture__article"))
    latest = Reading.objects.filter(pk=Subquery(of_article.newest_first().values("pk")[:1]))
    return latest if article is None else latest.filter(capture__article=article)


def pending_readings(engine: Engine) -> QuerySet[Reading]:
    """The latest readings that this version of the engine has not read."""
    return latest_readings().exclude(extraction__in=Extraction.objects.by_engine(engine.name, engine.version))


@dataclass(slots=True)
class Recording:
    """The quotes found in one reading against those that the archive holds of its article."""

    reading: Reading
    engine: Engine
    count: Recorded = field(default_factory=Recorded)
    speakers: dict[NamedSource, Speaker] = field(default_factory=dict)
    changed: list[Occurrence] = field(default_factory=list)
    added: list[Occurrence] = field(default_factory=list)
    returned: list[Occurrence] = field(default_factory=list)
    asked: list[tuple[Occurrence, str]] = field(default_factory=list)

    def save(self, found: list[ExtractedQuote]) -> Recorded:
        article = self.reading.capture.article
        held = list(held_in(article))
        is_first = not held
        pairs = paired(found, held, self.reading)
        self.resolve(
            [quote for quote, occurrence in pairs if occurrence is None or not is_decided(occurrence)]
        )
        for quote, occurrence in pairs:
            if occurrence is None:
                self.add(quote, Occurrence(article=article))
            else:
                held.remove(occurrence)
                self.update(quote, occurrence)
        lost = self.drop(held) if held else {}
        regroup(self.changed, is_first=is_first)
        note_reasons(self.changed, self.added)
        if self.asked:
            ask(self.asked)
        watch.note_lost(lost)
        watch.note(self.returned, Change.Kind.RETURNED, self.reading.capture.fetched_at)
        return self.count

    def add(self, quote: ExtractedQuote, occurrence: Occurrence) -> None:
        self.fill(quote, occurrence)
        self.added.append(occurrence)
        self.count.new += 1

    def update(self, quote: ExtractedQuote, occurrence: Occurrence) -> None:
        """Follow the engine, but for what a person has decided: that stays, and is no longer gone."""
        occurrence.article = self.reading.capture.article
        self.returned += [occurrence] * (occurrence.removed_at is not None)
        if is_decided(occurrence) or "speaker" in occurrence.locked:
            self.question(quote, occurrence)
        different = restore(occurrence) if is_decided(occurrence) else self.fill(quote, occurrence)
        self.count.changed += different
        self.count.unchanged += not different

    def question(self, quote: ExtractedQuote, occurrence: Occurrence) -> None:
        """Ask the curators where a changed page names another speaker than a person decided on."""
        names = quote.speaker or "", occurrence.speaker_name
        is_same_page = occurrence.reading.capture_id == self.reading.capture_id
        if is_same_page or not all(names) or name_key(names[0]) == name_key(names[1]):
            return
        self.asked.append(
            (occurrence, f"The page of {self.reading.capture.fetched_at:%Y-%m-%d} has: {names[0]}")
        )

    def fill(self, quote: ExtractedQuote, occurrence: Occurrence) -> bool:
        """Set what the engine found, but for what a person has set; was anything different?"""
        values = values_of(quote, self.reading, self.engine) | {"speaker": self.speaker_of(quote)}
        changes = differences(occurrence, values)
        for name, value in changes.items():
            setattr(occurrence, name, value)
        self.changed += [occurrence] * bool(changes)
        return bool(changes)

    def resolve(self, quotes: list[ExtractedQuote]) -> None:
        """Find or make all their speakers."""
        sources = (source for quote in quotes if (source := source_of(quote)))
        self.speakers = resolve_speakers(sources, self.reading.capture.article)

    def speaker_of(self, quote: ExtractedQuote) -> Speaker | None:
        source = source_of(quote)
        return self.speakers[source] if source else None

    def drop(self, missing: list[Occurrence]) -> dict[Occurrence, Occurrence | None]:
        """What the reading no longer has: gone from its source, or no longer taken for a quote.

        The former are returned, each with the words that the article prints instead, if any.
        """
        standing = [o for o in missing if self.is_ours(o) or anchored(o, self.reading.text)]
        elsewhere = [o for o in missing if o not in standing and not o.removed_at]
        lost = watch.lost(elsewhere, self.added, Page(self.reading.text))
        self.mark_removed(lost)
        mistaken = [o for o in standing if is_undecided(o)]
        self.doubt([o for o in standing if o not in mistaken and not anchored(o, self.reading.text)])
        self.count.gone += len(lost) + len(mistaken)
        discard(Occurrence.objects.filter(pk__in=[o.pk for o in mistaken]).select_related("quote"))
        return lost

    def is_ours(self, occurrence: Occurrence) -> bool:
        """Whether it stands in an older reading, or in this one, of the same capture."""
        return occurrence.reading.capture_id == self.reading.capture_id

    def doubt(self, occurrences: list[Occurrence]) -> None:
        """What a person decided on stays; that a newer scraper does not read it, curators are told."""
        noted = ReviewItem.objects.filter(occurrence__in=occurrences, reason=UNREAD)
        known = set(noted.values_list("occurrence", flat=True))
        note = f"{self.reading.scraper} {self.reading.scraper_version} does not read these words on the page."
        ReviewItem.objects.bulk_create(
            ReviewItem(occurrence=o, reason=UNREAD, note=note, reporter="archive")
            for o in occurrences
            if o.pk not in known and o.review != Occurrence.Review.REJECTED
        )

    def mark_removed(self, occurrences: Iterable[Occurrence]) -> None:
        for occurrence in occurrences:
            occurrence.removed_at = self.reading.capture.fetched_at
            occurrence.save()


def held_in(article: Article) -> QuerySet[Occurrence]:
    """What the archive holds of an article; each of its few readings is loaded once."""
    held = Occurrence.objects.filter(article=article)
    if not held.exists():  # as of every new one, which is told far sooner
        return held.none()
    return held.select_related("quote").prefetch_related("reading__capture")


def is_undecided(occurrence: Occurrence) -> bool:
    return not is_decided(occurrence) and not occurrence.locked


def is_decided(occurrence: Occurrence) -> bool:
    """Has a person decided on it, on its quote, or on where its words stand?"""
    is_reviewed = occurrence.review != Occurrence.Review.UNREVIEWED
    return is_reviewed or bool(occurrence.quote.locked) or "segments" in occurrence.locked


def restore(occurrence: Occurrence) -> bool:
    """Note that the source prints it again, and leave all else alone; was it gone?"""
    was_gone = occurrence.removed_at is not None
    if was_gone:
        occurrence.removed_at = None
        occurrence.save()
    return was_gone


def ask(asked: list[tuple[Occurrence, str]]) -> None:
    """Tell the curators of what a person decided on and a changed page now contradicts, once."""
    items = ReviewItem.objects.filter(occurrence__in=[o for o, _ in asked], reason=CHANGED)
    known = set(items.values_list("occurrence", "note"))
    for occurrence, note in asked:
        if (occurrence.pk, note) not in known:
            ReviewItem.objects.create(occurrence=occurrence, reason=CHANGED, note=note, reporter="archive")


def source_of(quote: ExtractedQuote) -> NamedSource | None:
    """Whom the article names; nobody where it is no one's speech."""
    if not quote.speaker or quote.kind == Quote.Kind.UNATTRIBUTED.value:
        return None
    kind = quote.speaker_kind or Speaker.Kind.PERSON
    return NamedSource(quote.speaker, kind, quote.role.text if quote.role else "")


def note_reasons(occurrences: list[Occurrence], added: list[Occurrence]) -> None:
    """The engine's doubts as items of the curators' queue; doubts that no longer hold are closed.

    Of what was ``added`` there are none yet.
    """
    older = [occurrence for occurrence in occurrences if occurrence not in added]
    noted = ReviewItem.objects.filter(occurrence__in=older, reporter=ENGINE) if older else ()
    known = {(item.occurrence_id, item.reason): item for item in noted}
    wanted = {(occurrence.pk, reason) for occurrence in occurrences for reason in occurrence.reasons}
    for item in [item for key, item in known.items() if key not in wanted and item.is_open]:
        item.state = ReviewItem.State.DONE
        item.save()
    missing = sorted(wanted - known.keys())
    ReviewItem.objects.bulk_create(
        ReviewItem(occurrence_id=pk, reason=reason, reporter=ENGINE) for pk, reason in missing
    )


def discard(occurrences: QuerySet[Occurrence]) -> None:
    """Forget what is no quote after all; a quote goes with its last occurrence, but not its address."""
    quotes = [occurrence.quote for occurrence in occurrences]
    for occurrence in occurrences:
        occurrence.delete()
    refresh(quotes)
