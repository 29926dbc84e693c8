"""What the archive is, how sure it is of what it says, and how to have it corrected."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.shortcuts import render

from quotes.accuracy import MEASURED
from quotes.figures import TELLING, Precisions, known_of_sources, precision

from .home import figures

KEPT = 600  # seconds


def about_page(request):
    reliability: tuple = cache.get_or_set("reliability", lambda: (precision(), known_of_sources()), KEPT)
    context = {"figures": figures(), "accuracy": MEASURED, "contact": contact()}
    precisions, context["watch"] = reliability
    context |= told(precisions)
    context["bookmarklet"] = bookmarklet(request.build_absolute_uri("/").rstrip("/"))
    return render(request, "about.html", context)


def told(precisions: Precisions) -> dict[str, Any]:
    """What readers are told of all decisions, and by outlet and method of those that are enough."""
    return {
        "precision": precisions.all,
        "by_outlet": [each for each in precisions.by_outlet if each.is_telling],
        "least": TELLING,
        "by_method": [each for each in precisions.by_method if each.is_telling],
    }


def contact() -> str:
    """How to reach the curators; nothing where only this site's own address is known."""
    return "" if settings.ARCHIVE_CONTACT == settings.SITE_URL else settings.ARCHIVE_CONTACT


def bookmarklet(home: str) -> str:
    """A bookmark that offers the page one is reading to the archive."""
    return f"javascript:location.href='{home}/add/?url='+encodeURIComponent(location.href)"
