"""A web server on loopback that answers byte for byte as a test wants, and remembers what it was asked."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Answer = bytes | Callable[[socket.socket], bytes | None]
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def reply(content: bytes = b"", status: str = "200 OK", **headers: object) -> bytes:
    """One answer; ``content_type="text/html"`` is the header ``content-type``."""
    fields = {"content_length": len(content)} | headers
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + content


class Server:
    """``answers`` by path; a list is given out one by one, the last for ever; what is not there is a 404."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self.answers: dict[str, Answer | list[Answer]] = {}
        self.connections = 0
        self.requests: list[bytes] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self._stopped = False
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.address = f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.address}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, without robots.txt."""
        asked = [request.split(b" ")[1].decode() for request in self.requests]
        return [path for path in asked if path != "/robots.txt"]

    def header(self, name: str) -> str | None:
        """A header of the last request."""
        for line in self.requests[-1].decode("latin-1").split("\r\n")[1:]:
            if line.lower().startswith(f"{name.lower()}:"):
                return line.split(":", 1)[1].strip()
        return None

    @contextmanager
    def running(self) -> Iterator["Server"]:
        thread = threading.Thread(target=self._serve, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._stopped = True
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            thread.join()
            self._socket.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            if self._stopped:
                connection.close()
                return
            with self._lock:
                self.connections += 1
            threading.Thread(target=self._welcome, args=[connection], daemon=True).start()

    def _welcome(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            if self._tls is None:
                self._converse(connection)
            else:
                with self._tls.wrap_socket(connection, server_side=True) as secure:
                    self._converse(secure)

    def _converse(self, connection: socket.socket) -> None:
        with suppress(OSError):
            request = connection.recv(65536)
            with self._lock:
                self.requests.append(request)
                self._at_once += 1
                self.most_at_once = max(self.most_at_once, self._at_once)
            try:
                answer = self._answer(connection, request)
            finally:
                with self._lock:
                    self._at_once -= 1  # before whoever asked knows the answer, and may ask again
            connection.sendall(answer)

    def _answer(self, connection: socket.socket, request: bytes) -> bytes:
        """What is to be sent; a function may have sent all of it itself."""
        answer = self.answers.get(request.split(b" ")[1].decode("latin-1"), NOT_FOUND)
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        return answer if isinstance(answer, bytes) else answer(connection) or b""
