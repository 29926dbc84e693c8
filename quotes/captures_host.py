"""Archived pages on a host of their own, where one is configured: nothing there is of the archive's origin.

The sandbox of their headers protects readers on any host; this protects them also where a browser has none.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

PATH = "/captures/"


class CapturesHost:
    """Middleware: that host shows archived pages and nothing else, the rest leads to the archive."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_here(request) and not request.path.startswith(PATH):
            return redirect(settings.SITE_URL + request.get_full_path())
        return self.get_response(request)


def is_here(request: HttpRequest) -> bool:
    """Was the captures' host asked?"""
    return bool(settings.CAPTURES_URL) and request.get_host() == urlsplit(settings.CAPTURES_URL).netloc


def shown_elsewhere(request: HttpRequest) -> str:
    """The archived page that was asked for, on the captures' host; nothing where that is this one."""
    if not settings.CAPTURES_URL or is_here(request):
        return ""
    return settings.CAPTURES_URL + request.get_full_path()
