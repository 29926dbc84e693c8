"""A real browser on a real server over part of the demo collection."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from quotes.adding import add_file
from quotes.demo.article import Edition
from quotes.demo.outlet import outlet
from quotes.demo.pages import Edited
from quotes.models import Quote
from tests.browser import chromium

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the thread of the tests

ARTICLES = {
    "courier": ("two-votes-two-years", "first-power-from-cray-sound"),
    "wire": ("first-power-from-cray-sound",),
}


@dataclass(frozen=True)
class Site:
    """The address of the server, and a browser's contexts at it."""

    address: str
    browser: Browser

    def open(self, path: str = "/", **options) -> Page:
        page = self.context(**options).new_page()
        page.goto(path)
        return page

    def context(self, **options) -> BrowserContext:
        return self.browser.new_context(base_url=self.address, **options)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = chromium.program()
    if program is None:
        pytest.skip("No Chromium here: install Debian's packages chromium and libatomic1 for these tests.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=chromium.ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def site(browser, live_server, settings, tmp_path) -> Iterator[Site]:
    """The pages over three articles of the demo's newspapers."""
    settings.INDEX_DIR = tmp_path / "index"
    settings.INDEX_FOLLOWS = "commit"
    settings.CAPTURES_DIR = tmp_path / "captures"
    for key, slugs in ARTICLES.items():
        add_demo_articles(key, slugs)
    yield Site(live_server.url, browser)
    for context in browser.contexts:
        context.close()


def add_demo_articles(key: str, slugs: tuple[str, ...]) -> None:
    origin = f"https://{key}.example"
    newspaper = Edited(outlet(key), Edition.FIRST, origin)
    for article in newspaper.articles:
        if article.slug in slugs:
            content = newspaper.answer(article.path).content
            add_file(content, name="page.html", url=origin + article.path, supplied_by="The tests")


@pytest.fixture
def paths() -> Callable[[], dict[str, str]]:
    """Every kind of page, by name."""

    def found() -> dict[str, str]:
        quote = Quote.objects.public().filter(text__startswith="At 6").get()
        printing = quote.occurrences.first()
        return {
            "home": "/",
            "search": "/?q=sea",
            "everything": "/?q=",
            "nothing found": "/?q=hippopotamus",
            "quote": quote.get_absolute_url(),
            "speaker": quote.speaker.get_absolute_url(),
            "speakers": "/speakers/",
            "article": printing.get_absolute_url(),
            "outlets": "/outlets/",
            "outlet": f"/outlets/{printing.article.outlet.slug}/",
            "report": f"/quotes/{quote.pk}/report",
            "topics": "/topics/",
            "topic": f"/topics/{printing.article.topics.first().slug}/",
            "today": "/today/10/2/",
            "suggest": "/add/",
            "embedded": f"/quotes/{quote.pk}/embed/",
            "check": "/check/?sentence=At+6.14+the+moon+made+a+cup+of+tea+in+Tidewell",
            "about": "/about/",
            "not found": "/nowhere/",
        }

    return found


@pytest.fixture
def complaints() -> Callable[[Page], list[str]]:
    """What a page's console complains of, from now on."""

    def listen(page: Page) -> list[str]:
        heard: list[str] = []

        def hear(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                heard.append(message.text)

        page.on("console", hear)
        page.on("pageerror", lambda error: heard.append(str(error)))
        return heard

    return listen
