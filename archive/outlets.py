"""Which outlet an address belongs to; one that the archive does not know yet is named after its host."""

from django.utils.text import slugify

from .addresses import host_of
from .models import Outlet

SUPPLIED = "supplied.invalid"  # no host of the web has this ending (RFC 2606)


def outlet_at(url: str) -> Outlet:
    """The outlet of this host or of the nearest one above it, or else a new one; raises ``AddressError``."""
    host = host_of(url)
    known = Outlet.objects.filter(host__in=[host, *parents(host)])
    nearest = max(known, key=lambda outlet: len(outlet.host), default=None)
    return nearest or new_outlet(host, name=host, homepage=f"https://{host}/")


def outlet_of_files() -> Outlet:
    """Where articles go that were handed in without an address."""
    known = Outlet.objects.filter(host=SUPPLIED).first()
    return known or new_outlet(SUPPLIED, name="Supplied files", homepage="")


def is_of(outlet: Outlet, url: str) -> bool:
    """Whether the address is on the outlet's host or one below it."""
    return outlet.host in (host := host_of(url), *parents(host))


def parents(host: str) -> list[str]:
    """``news.example.org``: ``["example.org"]``. Not for IP addresses; a port makes a host of its own."""
    parts = host.split(".")
    if ":" in host or parts[-1].isdigit():
        return []
    return [".".join(parts[start:]) for start in range(1, len(parts) - 1)]


def new_outlet(host: str, *, name: str, homepage: str) -> Outlet:
    slug = slugify(host.replace(".", "-").replace(":", "-"))
    if Outlet.objects.filter(slug=slug).exclude(host=host).exists():
        slug = f"{slug}-{Outlet.objects.count() + 1}"
    return Outlet.objects.get_or_create(
        host=host, defaults={"name": name[:200], "slug": slug, "homepage": homepage}
    )[0]
