"""The made-up newspapers as web servers on loopback, one port an outlet, in a thread of this process.

Their pages are made before they open: what is measured shares the processors with them.
"""

import asyncio
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from . import press

HOST = "127.0.0.1"
ANSWER = "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"


class Kiosk:
    """``articles`` shared out among the outlets; ``origins`` are their addresses while it is open."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.origins: list[str] = []
        self.pages: list[bytes] = []  # of all articles, compressed
        self.loop = asyncio.new_event_loop()

    @contextmanager
    def open(self) -> Iterator[None]:
        thread = Thread(target=self.loop.run_forever, daemon=True)
        thread.start()
        servers = [self.run(self.server(outlet)) for outlet in range(press.OUTLETS)]
        self.pages = [zlib.compress(self.page(number), level=1) for number in range(self.articles)]
        try:
            yield
        finally:
            for server in servers:
                self.loop.call_soon_threadsafe(server.close)
            self.loop.call_soon_threadsafe(self.loop.stop)
            thread.join()

    def run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result()

    def page(self, number: int) -> bytes:
        return press.page(number, f"{self.origins[number % press.OUTLETS]}/news/{number}").encode()

    def seconds(self) -> float:
        """Processor time that the servers have taken."""

        async def taken() -> float:
            return time.thread_time()

        return self.run(taken())

    async def server(self, outlet: int) -> asyncio.Server:
        made = await asyncio.start_server(lambda *streams: self.answer(outlet, *streams), HOST, 0)
        self.origins.append(f"http://{HOST}:{made.sockets[0].getsockname()[1]}")
        return made

    def authorities(self) -> list[str]:
        """What the network guard has to let pass."""
        return [origin.removeprefix("http://") for origin in self.origins]

    async def answer(self, outlet: int, asked: asyncio.StreamReader, answer: asyncio.StreamWriter) -> None:
        path = (await asked.readuntil(b"\r\n\r\n")).split(b" ")[1].decode("latin-1")
        content, kind = self.content(outlet, path)
        status = "200 OK" if content else "404 Not Found"
        head = ANSWER.format(status=status, kind=kind, length=len(content))
        answer.write(head.encode() + content)
        await answer.drain()
        answer.close()

    def content(self, outlet: int, path: str) -> tuple[bytes, str]:
        """Nothing for what is not there, as robots.txt."""
        origin = self.origins[outlet]
        if path == "/feed":
            return press.feed(
                origin, range(outlet, self.articles, press.OUTLETS)
            ).encode(), "application/rss+xml"
        name, _, number = path[1:].partition("/")
        if name == "news" and number.isdigit() and int(number) < self.articles:
            return zlib.decompress(self.pages[int(number)]), "text/html; charset=utf-8"
        return b"", "text/plain"
