"""The quotes of a page by the year of their first printing: a chart of it, and one year of them."""

from django.db.models import Count, Exists, OuterRef
from django.db.models.functions import ExtractYear

from quotes.models import Occurrence
from quotes.timeline import Bar, timeline


def chosen_year(request) -> int | None:
    year = request.GET.get("year", "")
    return int(year) if len(year) == 4 and year.isascii() and year.isdigit() and year > "0000" else None


def years(quotes, chosen: int | None) -> list[Bar]:
    """The quotes by year, each bar a filter; the chosen year's leads back to all."""
    standing = range(chosen, chosen + 1) if chosen else range(0)
    return timeline(by_year(quotes), lambda year: "?" if year == chosen else f"?year={year}", standing)


def by_year(quotes) -> dict[int, int]:
    return dict(dated(quotes).order_by().values_list(ExtractYear("first_seen")).annotate(Count("id")))


def of_year(quotes, year: int):
    return dated(quotes).filter(first_seen__year=year)


def dated(quotes):
    """Those that an article of a known day printed; ``first_seen`` of the others is when they came in."""
    printings = Occurrence.objects.filter(quote=OuterRef("pk"), article__published__isnull=False)
    return quotes.filter(Exists(printings))
