"""Every address that the public can ask for, made from the URL patterns: what is new is walked too."""

from collections.abc import Iterator
from itertools import product

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from archive.models import Outlet
from quotes.models import Quote, Speaker
from quotes.views.crawlers import SITEMAPS

NOT_PUBLIC = "admin/"
MOST = 12  # rows of a kind: fingerprints are many
APPS = ("archive", "quotes")


def public_patterns() -> Iterator[tuple[str, URLPattern]]:
    yield from leaves(get_resolver().url_patterns, "")


def leaves(patterns, prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if not route.startswith(NOT_PUBLIC):
                yield from leaves(pattern.url_patterns, route)
        else:
            yield route, pattern


def addresses() -> list[str]:
    """Each pattern with every value of its parts."""
    return sorted({f"/{address}" for route, _ in public_patterns() for address in filled(route)})


def filled(route: str) -> Iterator[str]:
    pieces = route.replace("<", "\0<").replace(">", ">\0").split("\0")
    choices = [values(piece) if piece.startswith("<") else [piece] for piece in pieces]
    for chosen in product(*choices):
        yield "".join(chosen)


def values(part: str) -> list[str]:
    """What can stand in place of ``<id:pk>`` or ``<slug:slug>``; anything, where the name is not known."""
    name = part.strip("<>").rpartition(":")[2]
    known = {
        "pk": numbers(),
        "slug": slugs(),
        "suffix": ["csv", "jsonl", "ris", "bib", "csl.json", "json"],
        "section": list(SITEMAPS),
        "code": ["en", "de"],
    }
    return known.get(name) or numbers() + slugs()


def numbers() -> list[str]:
    """The ids of all rows, whatever they are of."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return sorted({str(pk) for model in models for pk in model.objects.values_list("pk", flat=True)[:MOST]})


def slugs() -> list[str]:
    speakers = Speaker.objects.values_list("slug", flat=True)
    outlets = Outlet.objects.values_list("slug", flat=True)
    return [*speakers, *outlets, *{quote.slug for quote in Quote.objects.all()}]
