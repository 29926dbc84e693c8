"""The pictures of README and CURATING, of the demo collection: ``python -m tests.browser.screenshots``."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / ".github" / "pictures"
PORT = 8790
ADDRESS = f"http://127.0.0.1:{PORT}"
CURATOR = "curator"
PATIENCE = 120  # seconds, for collecting the demo


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as it is shown: ``words`` are searched for; ``link`` and the way to the ``passage`` are then
    followed if they are given. A page with a ``place`` is one of the curators' and opened there.
    """

    name: str
    words: str = ""
    link: str = ""
    passage: bool = False
    width: int = 1280
    height: int = 800
    theme: str = "light"
    place: str = ""


NARROW = 1000  # for the admin, whose list of all models is folded away
MOON = "At 6.14 this morning the moon"
SHOWN = (
    Picture("home"),
    Picture("search", words="ferry", height=900),
    Picture("quote", words="moon made a cup of tea", link=MOON, height=1150),
    Picture("article", words="moon made a cup of tea", link=MOON, passage=True, height=1150),
    Picture("dark", words="ferry", height=900, theme="dark"),
    Picture("phone", words="sea", width=390, height=844),
    Picture("review", place="/admin/review/", width=NARROW, height=1000),
    Picture("sources", place="/admin/sources/", width=NARROW, height=500),
    Picture("dashboard", place="/admin/dashboard/", width=NARROW, height=960),
)


def main() -> None:
    program = chromium.program()
    if program is None:
        sys.exit("The pictures need Chromium: install Debian's package chromium.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    password = secrets.token_urlsafe()
    with tempfile.TemporaryDirectory() as data, served(data), sync_playwright() as playwright:
        make_curator(data, password)
        browser = playwright.chromium.launch(executable_path=program, args=chromium.ARGUMENTS)
        for picture in SHOWN:
            take(browser, picture, password)
        browser.close()


@contextmanager
def served(data: str) -> Iterator[None]:
    """The site over a new demo collection, until the pictures are taken."""
    command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(PORT)]
    server = subprocess.Popen(command, env=os.environ | {"ARCHIVE_DATA": data, "SITE_URL": ADDRESS}, cwd=ROOT)
    try:
        wait_for(server)
        yield
    finally:
        server.terminate()
        server.wait()


def wait_for(server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{ADDRESS}/about/").close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    sys.exit("The site did not come up: see what `manage.py serve` says above.")


def make_curator(data: str, password: str) -> None:
    command = [sys.executable, str(ROOT / "manage.py"), "createsuperuser", "--noinput"]
    account = ["--username", CURATOR, "--email", "curator@example.org"]
    secret = {"ARCHIVE_DATA": data, "DJANGO_SUPERUSER_PASSWORD": password}
    subprocess.run([*command, *account], env=os.environ | secret, cwd=ROOT, check=True)


def take(browser: Browser, picture: Picture, password: str) -> None:
    size = {"width": picture.width, "height": picture.height}
    context = browser.new_context(base_url=ADDRESS, viewport=size, color_scheme=picture.theme)
    page = context.new_page()
    if picture.place:
        sign_in(page, picture.place, password)
    else:
        go(page, picture)
    file = PICTURES / f"{picture.name}.png"
    page.screenshot(path=file)
    context.close()
    sys.stdout.write(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} kB\n")


def sign_in(page: Page, place: str, password: str) -> None:
    page.goto(place)
    page.get_by_label("Username").fill(CURATOR)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")
    page.locator("#toggle-nav-sidebar").click()
    page.wait_for_load_state("networkidle")


def go(page: Page, picture: Picture) -> None:
    page.goto("/")
    if picture.words:
        page.get_by_label("Words of a quote").fill(picture.words)
        page.keyboard.press("Enter")
        page.locator("mark").first.wait_for()
    if picture.link:
        page.get_by_role("link", name=picture.link).first.click()
        page.locator(".utterance").wait_for()
    if picture.passage:
        page.get_by_role("link", name="The passage in the archived text").click()
        page.locator(":target").wait_for()
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main()
