"""Readers report a mistake, without an account; it becomes an item in the curators' queue."""

import hashlib
from ipaddress import ip_address, ip_network

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quotes.listing import visible_occurrences
from quotes.models import Quote, ReviewItem

from .public_form import PublicForm

MOST = 5  # reports
WITHIN = 3600  # seconds, of one reader
TOO_MANY = 429
REASON = "reader's report"


class ReportForm(PublicForm):
    field_order = ["note"]

    note = forms.CharField(
        label=gettext_lazy("What is wrong?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("The speaker, the words, the source? Say how you know."),
    )


def report_page(request, pk):
    quote = get_object_or_404(Quote.objects.public_with_indirect().select_related("speaker"), pk=pk)
    quote.shown = visible_occurrences(request.user).filter(quote=quote)
    form = ReportForm(request.POST) if request.method == "POST" else ReportForm()
    status = 422 if form.errors else 200
    if form.is_valid():
        if allowed(request):
            return reported(request, quote, form.cleaned_data)
        form.add_error(None, _("These are many reports within an hour. Please come back later."))
        status = TOO_MANY
    return render(request, "report.html", {"quote": quote, "form": form}, status=status)


def reported(request, quote: Quote, data: dict):
    reporter = request.user.get_username() or data["reporter"] or "a reader"
    ReviewItem.objects.create(quote=quote, reason=REASON, note=data["note"], reporter=reporter)
    messages.success(request, _("Thank you. The curators will look at it."))
    return redirect(quote)


def allowed(request) -> bool:
    """Counts the reports of one reader, known for an hour by a digest of their network address."""
    key = f"reports:{hashlib.sha256(network_of(request).encode()).hexdigest()}"
    cache.add(key, 0, WITHIN)
    try:
        return cache.incr(key) <= MOST
    except ValueError:  # the hour ended between these two lines
        return True


def network_of(request) -> str:
    """The reader's address; of the new kind the network, for whoever has one has all addresses in it."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.META.get("HTTP_X_FORWARDED_FOR", address).rpartition(",")[2].strip()
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return address if known.version == 4 else str(ip_network((known, 64), strict=False))
