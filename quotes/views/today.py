"""What was printed on this date in other years, and lately."""

from datetime import date, datetime, time, timedelta

from django.db.models import Min, Q
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from quotes.listing import listed
from quotes.models import Quote

from .home import lately

LEAP_YEAR = 2000
MOST, OLDEST = 60, 60  # quotes; years


def today_page(request, month=None, day=None):
    today = timezone.localdate()
    shown = calendar_day(month, day) if month is not None else today.replace(year=LEAP_YEAR)
    context = {
        "day": shown,
        "is_today": (shown.month, shown.day) == (today.month, today.day),
        "years": by_year(shown, today, request.user),
        "before": neighbour(shown, -1),
        "after": neighbour(shown, 1),
        "latest": lately(request.user),
    }
    return render(request, "today.html", context)


def calendar_day(month: int, day: int) -> date:
    try:
        return date(LEAP_YEAR, month, day)
    except (ValueError, OverflowError) as error:
        raise Http404("There is no such day.") from error


def neighbour(shown: date, step: int) -> dict:
    other = (shown + timedelta(days=step)).replace(year=LEAP_YEAR)
    return {"day": other, "link": reverse("day", args=[other.month, other.day])}


def by_year(shown: date, today: date, user) -> list[tuple[int, list[Quote]]]:
    """The quotes of this date, year by year, the newest year first."""
    oldest = Quote.objects.public().aggregate(first=Min("last_seen"))["first"]
    if oldest is None:
        return []
    spans = [span(shown, year) for year in range(max(oldest.year, today.year - OLDEST), today.year + 1)]
    wanted = Q()
    for start, end in filter(None, spans):  # each a stretch of the index by date
        wanted |= Q(last_seen__gte=start, last_seen__lt=end)
    found: dict[int, list[Quote]] = {}
    for quote in listed(Quote.objects.public().filter(wanted).order_by("-last_seen", "-pk"), user)[:MOST]:
        found.setdefault(timezone.localtime(quote.last_seen).year, []).append(quote)
    return list(found.items())


def span(shown: date, year: int) -> tuple[datetime, datetime] | None:
    """The day of that year, from midnight to midnight; None where the year has no 29 February."""
    try:
        start = timezone.make_aware(datetime.combine(shown.replace(year=year), time.min))
    except ValueError:
        return None
    return start, start + timedelta(days=1)
