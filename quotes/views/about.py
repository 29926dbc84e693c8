"""What the archive is, how sure it is of what it says, and how to have it corrected."""

from django.conf import settings
from django.core.cache import cache
from django.shortcuts import render

from quotes.accuracy import MEASURED
from quotes.figures import known_of_sources, precision

from .home import figures

KEPT = 600  # seconds


def about_page(request):
    reliability = cache.get_or_set("reliability", lambda: (precision().all, known_of_sources()), KEPT)
    context = {"figures": figures(), "accuracy": MEASURED, "contact": contact()}
    context["precision"], context["watch"] = reliability or (None, None)
    context["bookmarklet"] = bookmarklet(request.build_absolute_uri("/").rstrip("/"))
    return render(request, "about.html", context)


def contact() -> str:
    """How to reach the curators; nothing where only this site's own address is known."""
    return "" if settings.ARCHIVE_CONTACT == settings.SITE_URL else settings.ARCHIVE_CONTACT


def bookmarklet(home: str) -> str:
    """A bookmark that offers the page one is reading to the archive."""
    return f"javascript:location.href='{home}/add/?url='+encodeURIComponent(location.href)"
