"""Put the demo collection into the archive: a fictional news site, collected like any other."""

from argparse import ArgumentParser
from contextlib import suppress
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quotes.demo.collection import collect_demo, open_newsroom
from quotes.demo.outlet import KEYS, outlet
from quotes.demo.ports import PORT
from quotes.demo.server import DemoError, Newsroom


class Command(BaseCommand):
    help = "Collect the demo: three fictional newspapers, served on this machine alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--serve", action="store_true", help="go on serving the newspapers, until Ctrl-C")
        parser.add_argument(
            "--port",
            type=int,
            help=f"the first of its three in a row (default: {PORT}, or the next free)",
        )

    def handle(self, *, serve: bool, port: int | None, **options: Any) -> None:
        try:
            with suppress(KeyboardInterrupt), open_newsroom(port) as newsroom:
                self.collect(newsroom)
                if serve:
                    self.wait(newsroom)
        except DemoError as error:
            raise CommandError(str(error)) from error

    def collect(self, newsroom: Newsroom) -> None:
        collection = collect_demo(newsroom)
        self.stdout.write(str(collection))
        if collection.failures:
            raise CommandError("Not everything was collected:\n" + "\n".join(collection.failures))

    def wait(self, newsroom: Newsroom) -> None:
        for key in KEYS:
            self.stdout.write(f"{outlet(key).name}: {newsroom.origin(key)}/")
        allowed = f"ARCHIVE_ALLOWED_PRIVATE={','.join(newsroom.authorities())}"
        self.stdout.write(f"Commands in other terminals reach them with {allowed} in the environment, as:")
        self.stdout.write(f"  {allowed} python manage.py discover {newsroom.origin(KEYS[0])}/")
        self.stdout.write("Stop serving them with Ctrl-C.")
        Event().wait()
