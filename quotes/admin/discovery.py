"""The feeds of one site, each tried and proposed to a curator, who chooses."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import admin
from django.shortcuts import render

from archive.discovery import Proposal, propose_feeds
from archive.errors import ArchiveError
from archive.models import Feed
from archive.subscriptions import Subscription, subscribe

from .workplace import curators

NONE = "It announces no articles: try the page of one of its sections."


class SiteForm(forms.Form):
    url = forms.URLField(
        label="Address of a site, of one of its sections, or of a feed",
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal as the page shows it; ``known``: the archive follows it already."""

    url: str
    kind: str
    label: str
    articles: int
    newest: datetime | None
    known: bool


@curators("archive.add_feed")
def discover_page(request):
    """Look for feeds, then add the chosen ones; nothing is fetched before the curator asks."""
    asked = request.method == "POST"
    site = SiteForm(request.POST) if asked else SiteForm(initial={"url": request.GET.get("url", "")})
    lines, proposals = [], []
    if asked and site.is_valid():
        chosen = request.POST.getlist("chosen")
        if chosen:
            lines = subscribe([subscription(each, site.cleaned_data["url"]) for each in chosen], request.user)
        else:
            proposals = proposals_of(site)
    context = {"title": "Discover feeds", "site": site, "proposals": proposals, "lines": lines}
    return render(request, "admin/discover_sources.html", admin.site.each_context(request) | context)


def proposals_of(site: SiteForm) -> list[Proposed]:
    """What the site announces; where that is nothing, or not to be had, the form says why."""
    try:
        found = propose_feeds(site.cleaned_data["url"])
    except ArchiveError as error:
        site.add_error("url", str(error))
        return []
    if not found:
        site.add_error("url", NONE)
    known = set(Feed.objects.filter(url__in=[each.url for each in found]).values_list("url", flat=True))
    return [proposed(each, each.url in known) for each in found]


def proposed(found: Proposal, known: bool) -> Proposed:
    kind = Feed.Kind(found.kind)
    return Proposed(found.url, kind.value, str(kind.label), found.articles, found.newest, known)


def subscription(chosen: str, homepage: str) -> Subscription:
    """``"kind address"``, as the page's boxes say it, of the site that was looked at."""
    kind, _, url = chosen.partition(" ")
    return Subscription(url, homepage=homepage, kind=kind)
