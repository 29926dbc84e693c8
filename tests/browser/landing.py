"""Where Chromium lands on a saved page that is opened with a text directive.

No script may ask a browser what a directive has highlighted. So a margin taller than any window stands above
the page: who found nothing is still at its top. Nothing is loaded but the page's own HTML, and none of its
scripts runs.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page
from pytest_httpserver import HTTPServer

PATIENCE = 3  # seconds: Chromium looks for a directive until half a second after the page has loaded
SETTLED = 0.3  # seconds: it scrolls smoothly where the page's styles say so
SIZE = {"width": 1280, "height": 800}
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
MARGIN = """
<style>
html { margin-top: 5000px !important; scroll-behavior: auto !important }
html, body { height: auto !important; overflow: visible !important; position: static !important }
</style>
"""
IN_VIEW = """() => {
    const seen = [], range = document.createRange();
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
        range.selectNodeContents(nodes.currentNode);
        const shown = box => box.bottom > 0 && box.top < innerHeight;
        if ([...range.getClientRects()].some(shown)) seen.push(nodes.currentNode.data);
    }
    return seen.join("");
}"""


@dataclass(frozen=True, slots=True)
class Landing:
    """How far down the browser is, in pixels; the text nodes of the page that are then in its window."""

    depth: float
    text: str


@contextmanager
def served(pages: Iterable[str]) -> Iterator[list[str]]:
    """The addresses of these pages (HTML), each with the margin, on a server of their own."""
    with HTTPServer() as server:
        addresses = []
        for number, content in enumerate(pages):
            answer = server.expect_request(f"/{number}")
            answer.respond_with_data(
                content + MARGIN, content_type="text/html; charset=utf-8", headers=POLICY
            )
            addresses.append(server.url_for(f"/{number}"))
        yield addresses


def landing(browser: Browser, address: str) -> Landing:
    """A new window each time: a directive counts only where a person opens the page."""
    with closing(browser.new_context(viewport=SIZE)) as context:
        page = context.new_page()
        page.goto(address)
        depth = depth_in_time(page)
        return Landing(depth, page.evaluate(IN_VIEW) if depth else "")


def depth_in_time(page: Page) -> float:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if page.evaluate("scrollY"):
            page.wait_for_timeout(SETTLED * 1000)
            return page.evaluate("scrollY")
        page.wait_for_timeout(50)
    return 0
