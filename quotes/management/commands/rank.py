"""Put the review queue in order."""

from django.core.management.base import BaseCommand

from quotes.models import Quote
from quotes.ranking import rank


class Command(BaseCommand):
    help = (
        "Work out anew in which order curators see the quotes: after an update that judges them differently."
    )

    def handle(self, **options) -> None:
        changed = rank(Quote.objects.values_list("pk", flat=True).iterator(2000))
        self.stdout.write(f"{changed} quotes have changed their place.")
