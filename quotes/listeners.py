"""What happens by itself: new readings are recorded, ends of sources noted, withdrawn words withheld."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from archive.durability import unsynced
from archive.signals import reading_made, source_back, source_gone

from .harvests import note_harvest
from .models import Quote
from .record import record_or_report
from .watch import is_worth_watching, note_back, note_gone
from .withholding import withhold


@receiver(reading_made)
def record_reading(reading, **_) -> None:
    """Record its quotes; an article without any is not looked at again."""
    recorded = record_or_report(reading)
    article = reading.capture.article
    article.watched = recorded.failed or is_worth_watching(article)
    with unsynced():  # the archive notes after it, and waits, that the reading was heard of
        article.save(update_fields=["watched"])
        note_harvest(reading)


@receiver(source_gone)
def note_end(article, **_) -> None:
    note_gone(article)


@receiver(source_back)
def note_return(article, **_) -> None:
    note_back(article)


@receiver(post_save, sender=Quote)
def withhold_withdrawn(instance, created, **_) -> None:
    """Whoever saves a quote, the admin's form or a program: its words are hidden as its status says."""
    if not created:
        withhold([instance])
