"""What the archive tells the quotes' side: new readings to record, and ends of sources."""

from django.dispatch import receiver

from archive.signals import reading_made, source_back, source_gone

from .record import record_or_report
from .watch import is_worth_watching, note_back, note_gone


@receiver(reading_made)
def record_reading(reading, **_) -> None:
    """Record its quotes; an article without any is not looked at again."""
    recorded = record_or_report(reading)
    article = reading.capture.article
    article.watched = recorded.failed or is_worth_watching(article)
    article.save(update_fields=["watched"])


@receiver(source_gone)
def note_end(article, **_) -> None:
    note_gone(article)


@receiver(source_back)
def note_return(article, **_) -> None:
    note_back(article)
