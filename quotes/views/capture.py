"""The archived page itself, where nothing in it can do harm: with a line on top that says what it is, or with
``?bytes`` byte for byte.

A snapshot served from our own address could read the session's cookie and drive the admin. The header is the
control: in a sandbox without scripts, an origin of its own, and nothing loaded from elsewhere. Browsers ask
again each time, so that a page whose words are withdrawn is gone from them too.
"""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import etag

from archive.captures import load
from archive.errors import CaptureError
from archive.models import Capture
from archive.scrapers.base import Page
from archive.scrapers.encoding import encoding_of
from quotes.captures_host import shown_elsewhere
from quotes.models import Quote, may_see_withdrawn
from quotes.replay import with_banner

WITHDRAWN = 410
SANDBOX = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'"
HEADERS = {
    "Content-Security-Policy": SANDBOX,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Disposition": "inline",
}
LABELS = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}  # Python's names and those of the web


@cache_control(no_cache=True)
def capture_page(request, pk):
    capture = get_object_or_404(Capture.objects.select_related("article"), pk=pk)
    if capture.article.withheld and not may_see_withdrawn(request.user):
        context = {"capture": capture, "reasons": reasons(capture)}
        return render(request, "capture_withheld.html", context, status=WITHDRAWN)
    elsewhere = shown_elsewhere(request)
    if elsewhere and not capture.article.withheld:  # who may see that is known here alone
        return redirect(elsewhere)
    return archived_page(request, capture)


def tag(request, capture: Capture) -> str:
    shown = "bytes" if "bytes" in request.GET else f"1-{get_language()}"
    return f'"{capture.sha256}-{shown}"'


@etag(tag)
def archived_page(request, capture: Capture):
    try:
        page = load(capture)
    except CaptureError as error:
        return render(request, "capture_damaged.html", {"capture": capture, "error": error}, status=500)
    shown = page.content if "bytes" in request.GET else explained(capture, page)
    return HttpResponse(shown, content_type=shown_as(capture, page), headers=HEADERS)


def explained(capture: Capture, page: Page) -> bytes:
    """With the line on top, where the page is HTML."""
    if "html" not in capture.content_type:
        return page.content
    context = {"capture": capture, "archive": settings.SITE_URL if settings.CAPTURES_URL else ""}
    banner = render_to_string("_partials/_archived_copy.html", context)
    return with_banner(page.content, encoding_of(page.content, page.headers), banner.strip())


def reasons(capture: Capture) -> list[str]:
    """Why words of this page were withdrawn, as readers are told."""
    withdrawn = Quote.objects.filter(status=Quote.Status.WITHDRAWN, occurrences__article=capture.article_id)
    return list(withdrawn.exclude(reason="").order_by("pk").values_list("reason", flat=True).distinct())


def shown_as(capture: Capture, page: Page) -> str:
    """HTML or plain text and nothing else, in the characters in which it was read."""
    media_type = "text/html" if "html" in capture.content_type else "text/plain"
    codec = encoding_of(page.content, page.headers)
    return f"{media_type}; charset={LABELS.get(codec, codec)}"
