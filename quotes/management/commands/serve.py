"""``make run``: everything between a fresh checkout and the archive in the browser, in one process."""

import logging
from argparse import ArgumentParser
from contextlib import ExitStack, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from archive.models import Outlet
from quotes.demo.article import Edition
from quotes.demo.collection import collect_demo, open_newsroom
from quotes.demo.outlet import KEYS, outlet
from quotes.demo.server import DemoError

HOST = "127.0.0.1"
LONGEST_LINE = 65_537  # bytes, as Python's server reads them


class RequestHandler(WSGIRequestHandler):
    """One that says what to do where an address is longer than a server reads."""

    responses = {
        **WSGIRequestHandler.responses,
        HTTPStatus.REQUEST_URI_TOO_LONG: (
            "Address Too Long",
            "There is room for 2,000 characters: go back, shorten what you typed, and send it again.",
        ),
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Reads the rest first: a connection that is closed with words unread takes the answer with it."""
        if code == HTTPStatus.REQUEST_URI_TOO_LONG:
            while self.rfile.readline(LONGEST_LINE).strip():
                pass
        super().send_error(code, message, explain)


class Command(BaseCommand):
    help = "Open the archive on this machine alone, until Ctrl-C; an empty archive gets the demo collection."
    requires_system_checks = ()  # migrate makes them

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--no-demo", action="store_false", dest="demo", help="leave an empty archive empty"
        )

    def handle(self, *, port: int, demo: bool, **options: Any) -> None:
        with suppress(KeyboardInterrupt), ExitStack() as opened:
            server = opened.enter_context(bound(port))
            call_command("migrate", verbosity=0)
            if static_is_stale():
                call_command("collectstatic", interactive=False, verbosity=0)
            if demo and is_demo_place():
                self.open_demo(opened)
            server.set_app(get_wsgi_application())
            logging.getLogger("django.server").setLevel(logging.ERROR)  # no line for every request
            self.welcome(server.server_port)
            server.serve_forever()

    def open_demo(self, opened: ExitStack) -> None:
        """Serve the demo's newspapers too, so that the links to the live sources work; collect them once."""
        try:
            newsroom = opened.enter_context(open_newsroom())
        except DemoError as error:
            self.stderr.write(f"The demo's newspapers are not served. {error}")
            return
        if newsroom.edition is Edition.FIRST:
            self.stdout.write("Collecting the demo's newspapers ...")
            self.stdout.write(str(collect_demo(newsroom)))

    def welcome(self, port: int) -> None:
        self.stdout.write(f"\nThe archive is open: http://{HOST}:{port}/  (stop it with Ctrl-C)")
        if not get_user_model().objects.filter(is_staff=True).exists():
            self.stdout.write("For an account that may review quotes, type in another terminal: make admin")
        self.stdout.flush()  # a pipe or log would show it only when full


def bound(port: int) -> ThreadedWSGIServer:
    """The server on its port, taken before the work starts that would be in vain on a busy one."""
    try:
        return ThreadedWSGIServer((HOST, port), RequestHandler)
    except (OSError, OverflowError) as error:
        raise CommandError(
            f"Port {port} of {HOST} cannot be used ({error}). Choose another, such as: make run PORT=8123"
        ) from error


def static_is_stale() -> bool:
    """Whether a static file is newer than the last collection of them, which takes seconds."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    listed = ((storage, name) for finder in get_finders() for name, storage in finder.list([]))
    newest = max(Path(storage.path(name)).stat().st_mtime for storage, name in listed)
    return not manifest.exists() or manifest.stat().st_mtime < newest


def is_demo_place() -> bool:
    """Whether the archive is empty or holds (some of) the demo; nobody else's archive is touched."""
    newspapers = [outlet(key).name for key in KEYS]
    return not Outlet.objects.exists() or Outlet.objects.filter(name__in=newspapers).exists()
