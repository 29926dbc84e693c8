"""Prove every capture's digest and every quote's words."""

from django.core.management.base import BaseCommand, CommandError

from archive.captures import strays
from archive.models import Capture
from quotes.models import Occurrence, Quote
from quotes.verification import failures


class Command(BaseCommand):
    help = (
        "Prove that every capture has its digest and every quote is verbatim in its reading, and name each "
        "that fails; name also the capture files that the database does not know."
    )

    def handle(self, **_) -> None:
        failed = 0
        for row, reason in failures():
            failed += 1
            self.stderr.write(f"{row._meta.verbose_name} {row.pk}: {reason}")
        self.name_strays()
        if failed:
            raise CommandError(f"{failed} failures: restore what they name from a backup.")
        captures, quotes, printed = (model.objects.count() for model in (Capture, Quote, Occurrence))
        self.stdout.write(f"{captures} captures, {quotes} quotes and {printed} occurrences verified.")

    def name_strays(self) -> None:
        """Files of workers that were killed, or of captures that a restored backup no longer knows."""
        for path in strays():
            self.stdout.write(f"{path} belongs to no capture of the database; nothing depends on it.")
