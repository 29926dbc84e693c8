"""Propose speakers who may be one to the curators."""

from django.core.management.base import BaseCommand

from quotes.duplicates import find_duplicates


class Command(BaseCommand):
    help = "Propose pairs of speakers who may be one; curators merge or refuse them in the admin."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{find_duplicates()} new pairs are proposed.")
