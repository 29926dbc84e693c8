"""The front page: what the archive holds, the search, and what was said lately."""

from django.core.cache import cache
from django.db.models import Count
from django.shortcuts import render

from archive.models import Article, Outlet
from quotes.filters import QuoteFilter
from quotes.listing import listed
from quotes.models import Quote, Speaker

from .search import results

FIGURES_KEPT = 60  # seconds: counting a million rows on every visit would be slow


def front(request):
    """``/``: the results as soon as anything is asked for, else the home page."""
    return results(request) if QuoteFilter.asked(request.GET) else home(request)


def home(request):
    latest = listed(Quote.objects.public(), request.user)[:7]
    context = {"figures": figures(), "latest": latest, "speakers": most_quoted(6)}
    return render(request, "home.html", context)


def figures() -> dict[str, int]:
    return cache.get_or_set("figures", counted, FIGURES_KEPT)


def counted() -> dict[str, int]:
    return {
        "quotes": Quote.objects.public().filter(merged_into=None).count(),
        "confirmed": Quote.objects.public().filter(status=Quote.Status.CONFIRMED).count(),
        "speakers": Speaker.objects.standing().named().count(),
        "articles": Article.objects.read().count(),
        "outlets": Outlet.objects.count(),
    }


def most_quoted(number: int) -> list[Speaker]:
    """The speakers with most quotes, each with ``number``, how many."""
    return cache.get_or_set(f"most-quoted-{number}", lambda: ranked_speakers(number), FIGURES_KEPT)


def ranked_speakers(number: int) -> list[Speaker]:
    quotes = Quote.objects.public().filter(merged_into=None, speaker__article=None, speaker__isnull=False)
    counts = (
        quotes.order_by().values_list("speaker").annotate(number=Count("id")).order_by("-number", "speaker")
    )
    ranking = list(counts[:number])
    speakers = Speaker.objects.in_bulk([pk for pk, _ in ranking])
    for pk, count in ranking:
        speakers[pk].number = count
    return [speakers[pk] for pk, _ in ranking]
