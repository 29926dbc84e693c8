"""The watch on quotes: what became of each when the archive looked at its article again.

A quote is then unchanged, edited, removed, or its source is gone. The archive's half looks again on its
schedule and tells by signals; here its findings become rows for the quote's page and the curators' list.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from rapidfuzz import fuzz

from archive.models import Article

from .likeness import normal_words
from .models import Change, Occurrence, Quote, ReviewItem

ARCHIVE = "archive"
REMOVED, EDITED = "removed from source", "edited in source"
ALIKE, ALIKE_OF_OTHERS = 60.0, 80.0  # per cent: the same speaker's words edited, or given to another one
FEWEST_WORDS = 4  # that are told from others by themselves
NEAR = 20  # characters that must stand before fewer words


@dataclass(frozen=True)
class Page:
    """The text of an article, in which words are looked for whatever their case and punctuation."""

    text: str

    @cached_property
    def words(self) -> str:
        return plain(self.text)

    def has(self, words: str) -> bool:
        return plain(words) in self.words

    def prints(self, occurrence: Occurrence) -> bool:
        """Whether its words stand here, taken for a quote or not; few words must follow what they did."""
        if len(normal_words(occurrence.exact)) < FEWEST_WORDS:
            return occurrence.prefix[-NEAR:] + occurrence.exact in self.text
        return all(self.has(occurrence.reading.text[start:end]) for start, end in occurrence.segments)


def plain(words: str) -> str:
    """Normal words between blanks, so that one text is part of another only at whole words."""
    return f" {' '.join(normal_words(words))} "


def is_worth_watching(article: Article) -> bool:
    """Whether it has quotes: other articles need not be looked at again."""
    return article.occurrences.exclude(kind=Quote.Kind.UNATTRIBUTED).exists()


def lost(
    missing: Sequence[Occurrence], added: Sequence[Occurrence], page: Page
) -> dict[Occurrence, Occurrence | None]:
    """What the page does not print any more, each with the new words instead of it, if there are any."""
    instead = successors(missing, added)
    return {old: instead.get(old) for old in missing if old in instead or not page.prints(old)}


def successors(missing: Sequence[Occurrence], added: Sequence[Occurrence]) -> dict[Occurrence, Occurrence]:
    """For each occurrence that is missing the new one that is an edit of it: the likest pairs first."""
    pairs = [(likeness(old, new), old, new) for old in missing for new in added]
    found: dict[Occurrence, Occurrence] = {}
    for score, old, new in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        least = ALIKE if old.speaker_id == new.speaker_id else ALIKE_OF_OTHERS
        if score >= least and old not in found and new not in found.values():
            found[old] = new
    return found


def likeness(old: Occurrence, new: Occurrence) -> float:
    """Per cent; words that were only cut short or added to are as like as can be."""
    if is_cut(old.exact, new.exact):
        return 100.0
    return fuzz.ratio(plain(old.exact), plain(new.exact))


def is_cut(one: str, other: str) -> bool:
    """Whether the words of one, whichever it is, are all in the other, and enough to be told from others."""
    shorter, longer = sorted((plain(one), plain(other)), key=len)
    return shorter in longer and len(shorter.split()) >= FEWEST_WORDS


def note_lost(lost: Mapping[Occurrence, Occurrence | None]) -> None:
    """Write down what an article no longer prints, and the new words that stand there instead, if any."""
    for occurrence, new in lost.items():
        if occurrence.kind == Quote.Kind.UNATTRIBUTED or occurrence.review == Occurrence.Review.REJECTED:
            continue
        note([occurrence], Change.Kind.EDITED if new else Change.Kind.REMOVED, occurrence.removed_at, new)
        reason, words = (EDITED, f"Now: {new.exact}") if new else (REMOVED, "")
        ReviewItem.objects.create(occurrence=occurrence, reason=reason, note=words, reporter=ARCHIVE)


def note(occurrences: Iterable[Occurrence], kind: str, seen_at, successor: Occurrence | None = None) -> None:
    Change.objects.bulk_create(
        Change(occurrence=occurrence, kind=kind, seen_at=seen_at, successor=successor)
        for occurrence in occurrences
    )


def note_gone(article: Article) -> None:
    """The source of all quotes that the article still printed is gone; told twice, it is noted once."""
    standing = watched(article).filter(Q(latest=None) | ~Q(latest=Change.Kind.GONE))
    note(standing, Change.Kind.GONE, timezone.now())


def note_back(article: Article) -> None:
    """The source answers again, and with it the quotes that it still prints."""
    note(watched(article).filter(latest=Change.Kind.GONE), Change.Kind.BACK, timezone.now())


def watched(article):
    """The quotes that the article printed when it was last read, each with its ``latest`` kind of change."""
    changes = Change.objects.filter(occurrence=OuterRef("pk")).order_by("-seen_at", "-id")
    quotes = article.occurrences.exclude(kind=Quote.Kind.UNATTRIBUTED).filter(removed_at=None)
    return quotes.annotate(latest=Subquery(changes.values("kind")[:1]))
