"""One followed feed as it stands in a list that goes from archive to archive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser

from archive.addresses import url_key
from archive.errors import AddressError
from archive.history import acting
from archive.models import Feed, Outlet
from archive.outlets import outlet_at

from .line import Line


@dataclass(frozen=True, slots=True)
class Subscription:
    """``kind`` is a value of ``Feed.Kind``; ``homepage`` is that of the outlet."""

    url: str
    outlet: str = ""
    homepage: str = ""
    kind: str = Feed.Kind.FEED.value
    active: bool = True
    country: str = ""
    language: str = ""


def subscriptions() -> Iterator[Subscription]:
    """All feeds, by outlet."""
    for feed in Feed.objects.select_related("outlet").order_by("outlet__name", "outlet", "url"):
        outlet = feed.outlet
        yield Subscription(
            feed.url,
            outlet.name,
            outlet.homepage,
            feed.kind,
            feed.active,
            outlet.country,
            outlet.language,
        )


def subscribe(wanted: Iterable[Subscription], user: AbstractBaseUser) -> list[Line]:
    """Add these feeds, untried, with their outlets; what is known stays as it is. A line for each."""
    with acting(user, "added from a list"):
        return [subscribed(each) for each in wanted]


def subscribed(wanted: Subscription) -> Line:
    if wanted.kind not in Feed.Kind.values:
        kinds = ", ".join(Feed.Kind.values)
        return Line(wanted.url, "failed", f"{wanted.kind} is no kind of source: use one of {kinds}.")
    try:
        url_key(wanted.url)
        outlet = outlet_of(wanted)
    except AddressError as error:
        return Line(wanted.url, "failed", str(error))
    made = {"outlet": outlet, "kind": wanted.kind, "active": wanted.active}
    feed, is_new = Feed.objects.get_or_create(url=wanted.url.strip(), defaults=made)
    if not is_new:
        return Line(wanted.url, "known", f"The archive follows it, as a feed of {feed.outlet}.")
    return Line(wanted.url, "added", f"A feed of {outlet}; it is read when it is next collected.")


def outlet_of(wanted: Subscription) -> Outlet:
    """The outlet at the homepage, or else at the feed; what nobody has said of it yet, the list says."""
    outlet = outlet_at(wanted.homepage or wanted.url)
    if outlet.name == outlet.host and wanted.outlet:
        outlet.name = wanted.outlet[:200]
    outlet.homepage = wanted.homepage or outlet.homepage
    outlet.country = outlet.country or wanted.country[:2]
    outlet.language = outlet.language or wanted.language[:8]
    outlet.save()
    return outlet
