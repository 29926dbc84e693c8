"""What the archive tells the quotes' side: every new reading is recorded, whoever made it."""

from django.dispatch import receiver

from archive.signals import reading_made

from .record import record_or_report


@receiver(reading_made)
def record_reading(reading, **_) -> None:
    record_or_report(reading)
