"""The reader's own choice of language, kept in a cookie; before it, the browser's wish counts."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

YEAR = 365 * 24 * 3600  # seconds


def choose_language(request, code):
    """Back to where the reader came from, in this language: a link, which needs no script and no form."""
    if code not in dict(settings.LANGUAGES):
        raise Http404("The site does not speak this language.")
    response = redirect(came_from(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=YEAR, secure=settings.SECURE, samesite="Lax"
    )
    response["Cache-Control"] = "no-store"
    return response


def came_from(request) -> str:
    """The path of the page with the link, or the home page where the browser does not tell."""
    address = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}):
        return "/"
    parts = urlsplit(address)
    path = f"/{parts.path.lstrip('/')}"  # two slashes at its beginning would lead to another host
    return f"{path}?{parts.query}" if parts.query else path
