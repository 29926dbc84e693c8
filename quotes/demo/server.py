"""The demo's newspapers as web servers on loopback: one port each, known validators, two editions."""

import errno
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from quotes.errors import QuoteError

from .article import Edition
from .outlet import KEYS, DemoOutlet, outlet
from .pages import Answer, Edited
from .ports import HOST, PORT


class DemoError(QuoteError):
    """The demo cannot be served; the message says what to do."""


class Newsroom:
    """What the three servers share: the edition that they show now."""

    def __init__(self, port: int = PORT, edition: Edition = Edition.FIRST) -> None:
        self.edition = edition
        self.ports = {key: port + place for place, key in enumerate(KEYS)}

    def authorities(self) -> tuple[str, ...]:
        """The ``host:port`` of each newspaper: exactly what a network guard has to let pass."""
        return tuple(f"{HOST}:{port}" for port in self.ports.values())

    def origin(self, key: str) -> str:
        return f"http://{HOST}:{self.ports[key]}"

    def edited(self, paper: DemoOutlet) -> Edited:
        return Edited(paper, self.edition, self.origin(paper.key))

    @contextmanager
    def open(self) -> Iterator[None]:
        """Serve all three in threads until the block ends. Raises ``DemoError`` where a port is taken."""
        with ExitStack() as stack:
            for key, port in self.ports.items():
                stack.enter_context(serving(PaperServer(self, outlet(key), port)))
            yield


class PaperServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, newsroom: Newsroom, paper: DemoOutlet, port: int) -> None:
        self.newsroom, self.paper = newsroom, paper
        try:
            super().__init__((HOST, port), PaperHandler)
        except OverflowError as error:
            raise DemoError(f"There is no port {port}; choose one from 1024 to 65533 with --port.") from error
        except OSError as error:
            raise DemoError(why_not(error, port)) from error


def why_not(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use, perhaps by another demo: end that one, or choose others with --port."
    return f"Port {port} cannot be opened ({error.strerror}); choose others with --port."


@contextmanager
def serving(server: PaperServer) -> Iterator[None]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class PaperHandler(BaseHTTPRequestHandler):
    server: PaperServer
    protocol_version = "HTTP/1.1"
    server_version = "QuoteArchiveDemo"

    def do_GET(self) -> None:
        answer = self.answer()
        if not self.is_known(answer):
            self.send_head(answer)
            self.wfile.write(answer.content)

    def do_HEAD(self) -> None:
        answer = self.answer()
        if not self.is_known(answer):
            self.send_head(answer)

    def answer(self) -> Answer:
        return self.server.newsroom.edited(self.server.paper).answer(urlsplit(self.path).path)

    def is_known(self, answer: Answer) -> bool:
        """Whether the client has this already; it is told so."""
        if answer.status != 200 or not self.holds(answer):
            return False
        self.send_response(304)
        self.send_validators(answer)
        self.end_headers()
        return True

    def holds(self, answer: Answer) -> bool:
        """By its validators; If-None-Match alone counts where both are sent (RFC 9110, 13.2.2)."""
        if "If-None-Match" in self.headers:
            return etag(answer) in self.headers["If-None-Match"]
        since = self.headers.get("If-Modified-Since", "")
        try:
            return answer.changed.replace(microsecond=0) <= parsedate_to_datetime(since)
        except (ValueError, TypeError):
            return False

    def send_head(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.content)))
        if answer.status == 200:
            self.send_validators(answer)
        self.end_headers()

    def send_validators(self, answer: Answer) -> None:
        self.send_header("ETag", etag(answer))
        self.send_header("Last-Modified", http_date(answer.changed))

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the demo speaks through the command alone."""


def etag(answer: Answer) -> str:
    return f'"{sha256(answer.content).hexdigest()[:20]}"'


def http_date(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)
