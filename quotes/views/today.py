"""What was printed on this date in other years, and lately."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.db.models import Min, Q
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from archive.models import Article
from quotes.listing import listed
from quotes.models import Occurrence, Quote

from .home import lately

LEAP_YEAR = 2000
MOST_OF_YEAR, LOOKED_AT, OLDEST = 10, 3000, 60  # quotes, articles, years


def today_page(request, month=None, day=None):
    today = timezone.localdate()
    shown = calendar_day(month, day) if month is not None else today.replace(year=LEAP_YEAR)
    context = {
        "day": shown,
        "month_day": f"{shown:%m-%d}",
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
    """The quotes of this date, year by year, the newest year first; of each those with most sources."""
    years = years_printed(shown, today)
    ranked = Quote.objects.public().filter(pk__in=years, merged_into=None)
    chosen: dict[int, list[int]] = defaultdict(list)
    for pk in ranked.order_by("-sources", "-confidence", "pk").values_list("pk", flat=True):
        for year in years[pk]:
            chosen[year].append(pk)
    shortened = {year: chosen[year][:MOST_OF_YEAR] for year in sorted(chosen, reverse=True)}
    wanted = Quote.objects.filter(pk__in={pk for ids in shortened.values() for pk in ids})
    found = {quote.pk: quote for quote in listed(wanted, user)}
    return [(year, [found[pk] for pk in ids]) for year, ids in shortened.items()]


def years_printed(shown: date, today: date) -> dict[int, set[int]]:
    """Of each quote that was printed on this date, in which years."""
    oldest = Article.objects.aggregate(first=Min("published"))["first"]
    if oldest is None:
        return {}
    days = [span(shown, year) for year in range(max(oldest.year, today.year - OLDEST), today.year + 1)]
    wanted = Q()
    for start, end in filter(None, days):  # each a stretch of the index by date
        wanted |= Q(published__gte=start, published__lt=end)
    articles = Article.objects.filter(wanted).order_by("-published").values_list("pk", "published")
    moments = dict(articles[:LOOKED_AT])
    printings = Occurrence.objects.filter(article__in=moments).exclude(review=Occurrence.Review.REJECTED)
    years: dict[int, set[int]] = defaultdict(set)
    for quote, article in printings.order_by().values_list("quote", "article"):
        years[quote].add(timezone.localtime(moments[article]).year)
    return years


def span(shown: date, year: int) -> tuple[datetime, datetime] | None:
    """The day of that year, from midnight to midnight; None where the year has no 29 February."""
    try:
        start = timezone.make_aware(datetime.combine(shown.replace(year=year), time.min))
    except ValueError:
        return None
    return start, start + timedelta(days=1)
