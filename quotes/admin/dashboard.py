"""The archive in numbers, for its curators."""

from datetime import timedelta

from django.contrib import admin
from django.core.cache import cache
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from archive.models import Alarm
from quotes import figures
from quotes.models import Change

from .workplace import curators

KEPT = 300  # seconds: counting a large archive on every visit would be slow
PERIODS = (("24 hours", 1), ("7 days", 7), ("30 days", 30))
DAYS = 14
LATEST = 8


@require_GET
@curators("quotes.view_quote")
def dashboard(request):
    numbers = cache.get_or_set("dashboard", counted, KEPT) or {}
    fresh = {
        "title": "Dashboard",
        "alarms": Alarm.objects.open().select_related("feed", "outlet")[:LATEST],
        "changes": Change.objects.for_lists()[:LATEST],
    }
    return render(request, "admin/dashboard.html", admin.site.each_context(request) | numbers | fresh)


def counted() -> dict:
    now = timezone.now()
    return {
        "counted_at": now,
        "periods": [(name, figures.activity(now - timedelta(days=days))) for name, days in PERIODS],
        "days": figures.days(DAYS),
        "queue": figures.queue(),
        "precision": figures.precision(),
        "disk": figures.disk(),
    }
