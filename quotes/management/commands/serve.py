"""``make run``: everything between a fresh checkout and the archive in the browser, in one process."""

import logging
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from archive.models import Outlet

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Open the archive on this machine alone, until Ctrl-C; an empty archive gets the demo collection."
    requires_system_checks = ()  # migrate makes them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: Any) -> None:
        with suppress(KeyboardInterrupt), self.bound(port) as server:
            self.prepare()
            self.welcome(port)
            logging.getLogger("django.server").setLevel(logging.ERROR)  # no line for every request
            server.set_app(get_wsgi_application())
            server.serve_forever()

    def bound(self, port: int) -> ThreadedWSGIServer:
        """The server on its port, taken before the work starts that would be in vain on a busy one."""
        try:
            return ThreadedWSGIServer((HOST, port), WSGIRequestHandler)
        except (OSError, OverflowError) as error:
            raise CommandError(
                f"Port {port} of {HOST} cannot be used ({error}). Choose another, such as: make run PORT=8123"
            ) from error

    def prepare(self) -> None:
        call_command("migrate", verbosity=0)
        if static_is_stale():
            call_command("collectstatic", interactive=False, verbosity=0)
        if not Outlet.objects.exists():
            self.stdout.write("The archive is empty: collecting the demo sites ...")
            call_command("demo")

    def welcome(self, port: int) -> None:
        self.stdout.write(f"\nThe archive is open: http://{HOST}:{port}/  (stop it with Ctrl-C)")
        if not get_user_model().objects.filter(is_staff=True).exists():
            self.stdout.write("For an account that may review quotes, type in another terminal: make admin")


def static_is_stale() -> bool:
    """Whether a static file is newer than the last collection of them, which takes seconds."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    listed = ((storage, name) for finder in get_finders() for name, storage in finder.list([]))
    newest = max(Path(storage.path(name)).stat().st_mtime for storage, name in listed)
    return not manifest.exists() or manifest.stat().st_mtime < newest
