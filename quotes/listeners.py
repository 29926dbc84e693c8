"""What happens by itself: new readings are recorded, ends of sources noted, withdrawn words withheld."""

from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver

from archive.durability import unsynced
from archive.signals import reading_made, run_counted, source_back, source_gone

from .harvests import count_printed, note_harvest
from .models import Occasion, Quote, ReviewItem
from .ranking import rank
from .record import record_or_report
from .search.outbox import mark
from .watch import is_worth_watching, note_back, note_gone
from .withholding import withhold


@receiver(reading_made)
def record_reading(reading, **_) -> None:
    """Record its quotes; an article without any is not looked at again."""
    recorded = record_or_report(reading)
    article = reading.capture.article
    watched = recorded.failed or is_worth_watching(article)
    if watched != article.watched:
        article.watched = watched
        with unsynced():  # the archive notes after it, and waits, that the reading was heard of
            article.save(update_fields=["watched"])


@receiver(run_counted)
def count_quotes(run, article, **_) -> None:
    with unsynced():  # a power cut may leave one article out of a count
        note_harvest(run, count_printed(article))


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


@receiver(post_save, sender=Quote)
def rank_decided(instance, created, **_) -> None:
    """A person's change may take the quote out of the review queue, or bring it back."""
    if not created:
        rank([instance.pk])


@receiver(post_save, sender=ReviewItem)
def rank_reported(instance, **_) -> None:
    """What is asked about a quote puts it in front of the queue, and back once it is answered."""
    quote = instance.quote_id or (instance.occurrence and instance.occurrence.quote_id)
    if quote:
        rank([quote])


@receiver(pre_delete, sender=Occasion)
def leave_occasion(instance, **_) -> None:
    """Each quote's history tells of which occasion it was; the database alone would only empty the field."""
    said_there = Quote.objects.filter(pk__in=list(instance.quotes.values_list("pk", flat=True)))
    mark(said_there.values_list("pk", flat=True))
    said_there.update(occasion=None)
