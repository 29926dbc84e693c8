"""Debian's Chromium, as the tests and the screenshots start it."""

import shutil

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def program() -> str | None:
    """Where it is, or None on a machine without."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)
