"""Prove every capture's digest and every quote's words."""

from django.core.management.base import BaseCommand, CommandError

from archive.models import Capture
from quotes.models import Occurrence
from quotes.verification import broken_captures, broken_occurrences


class Command(BaseCommand):
    help = "Prove that every capture has its digest and every quote is verbatim in its reading."

    def handle(self, **options) -> None:
        captures, occurrences = list(broken_captures()), list(broken_occurrences())
        for row, reason in (*captures, *occurrences):
            self.stderr.write(f"{row._meta.verbose_name} {row.pk}: {reason}")
        if captures or occurrences:
            raise CommandError(f"{len(captures)} captures and {len(occurrences)} occurrences fail.")
        self.stdout.write(
            f"{Capture.objects.count()} captures and {Occurrence.objects.count()} occurrences verified."
        )
