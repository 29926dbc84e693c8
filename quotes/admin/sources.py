"""The curators' page of sources: their state at a glance, collected, paused, added and handed out."""

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.defaultfilters import pluralize
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST
from django_q.tasks import async_task

from archive.collect import visit_feed
from archive.errors import ArchiveError
from archive.health import dismiss
from archive.history import acting
from archive.long_lists import LONGEST_SEARCH
from archive.models import Alarm, Feed
from archive.subscriptions import add_sites, addresses_of, subscribe, subscriptions, write_opml, write_table
from quotes.glances import SHOWN, chosen, glances
from quotes.health import check_health

from .forms import AddressesForm, ListForm
from .workplace import curators

PAGE_SIZE = 50


@require_GET
@curators("archive.view_feed")
def sources_page(request):
    show = request.GET.get("show", "all")
    words = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    page = Paginator(chosen(show if show in SHOWN else "all", words), PAGE_SIZE).get_page(
        request.GET.get("p")
    )
    context = {
        "title": "Sources",
        "page": page,
        "glances": glances(list(page)),
        "show": show,
        "shown": SHOWN,
        "words": words,
    }
    return render(request, "admin/sources.html", admin.site.each_context(request) | context)


@require_POST
@curators("archive.change_feed")
def collect_now(request, pk):
    """Visit the feed while the curator waits; its articles follow in the background."""
    feed = get_object_or_404(Feed.objects.select_related("outlet"), pk=pk)
    try:
        run = visit_feed(feed)
    except ArchiveError as error:
        messages.error(request, str(error))
    else:
        tell(request, run)
    return back(request)


def tell(request, run) -> None:
    if run.error:
        messages.error(request, f"Visited {run.feed}: {run.error}")
        return
    if run.new:
        async_task("archive.jobs.collect")
    follow = ": a worker collects them now" if run.new else ""
    messages.success(request, f"Visited {run.feed}: {run.found} found, {run.new} new{follow}.")


@require_POST
@curators("archive.change_feed")
def set_active(request, pk, active):
    feed = get_object_or_404(Feed, pk=pk)
    with acting(request.user):
        feed.active = active
        feed.retry()
        feed.save()
    messages.success(request, f"Feed {feed} is {'collected again' if active else 'paused'}.")
    return back(request)


@require_POST
@curators("archive.change_feed")
def dismiss_alarm(request, pk):
    alarm = get_object_or_404(Alarm.objects.select_related("feed", "outlet"), pk=pk)
    dismiss(alarm, request.user)
    messages.success(request, f"Dismissed, until it has ended and come back. {alarm}.")
    return back(request)


@require_POST
@curators("archive.change_feed")
def check_now(request):
    raised = check_health()
    messages.success(request, f"All sources are checked: {len(raised)} new alarm{pluralize(len(raised))}.")
    return back(request)


def back(request):
    """To the page that the button stood on."""
    place = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(place, {request.get_host()}, require_https=request.is_secure())
    return redirect(place if place.startswith("/") and safe else "admin-sources")


@curators("archive.add_feed")
def add_page(request):
    """Many sites by their addresses, or a list of feeds from elsewhere; a line says what became of each."""
    pasted = request.method == "POST" and "addresses" in request.POST
    addresses = AddressesForm(request.POST if pasted else None)
    file = ListForm(*((request.POST, request.FILES) if request.method == "POST" and not pasted else ()))
    lines = []
    if addresses.is_bound and addresses.is_valid():
        lines = add_sites(addresses_of(addresses.cleaned_data["addresses"]), request.user)
    elif file.is_bound and file.is_valid():
        lines = subscribe(file.cleaned_data["feeds"], request.user)
    context = {"title": "Add sources", "addresses": addresses, "file": file, "lines": lines}
    return render(request, "admin/add_sources.html", admin.site.each_context(request) | context)


@require_GET
@curators("archive.view_feed")
def export_sources(request, suffix):
    if suffix == "opml":
        content, kind = write_opml(subscriptions(), "Sources of Quote Archive"), "text/x-opml; charset=utf-8"
    else:
        content, kind = write_table(subscriptions()), "text/csv; charset=utf-8"
    disposition = f'attachment; filename="sources.{suffix}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
