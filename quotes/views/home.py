"""The front page: what the archive holds, the search, and what was said lately."""

from collections import Counter

from django.core.cache import cache
from django.db.models import Count
from django.shortcuts import render

from archive.models import Article, Outlet
from quotes.filters import QuoteFilter
from quotes.listing import listed, principal
from quotes.models import Quote, Speaker
from quotes.verdict import FAIR

from .search import results

FIGURES_KEPT = 60  # seconds: counting a million rows on every visit would be slow
LOOKED_AT, LATEST, MOST_OF_ONE = 60, 7, 2
SPEAKERS = 8


def front(request):
    """``/``: the results as soon as anything is asked for, else the home page."""
    return results(request) if QuoteFilter.asked(request.GET) else home(request)


def home(request):
    context = {"figures": figures(), "latest": lately(request.user), "speakers": most_quoted(SPEAKERS)}
    return render(request, "home.html", context)


def lately(user) -> list[Quote]:
    """What was said last and is clear enough for a front page; not more than two of one article."""
    newest = Quote.objects.public().filter(kind=Quote.Kind.DIRECT, confidence__gte=FAIR)
    found = sorted(listed(newest, user)[:LOOKED_AT], key=first_said, reverse=True)
    articles = Counter[int]()
    chosen = []
    for quote in filter(principal_of, found):
        article = principal_of(quote).article_id
        articles[article] += 1
        chosen += [quote] if articles[article] <= MOST_OF_ONE else []
    return chosen[:LATEST]


def principal_of(quote: Quote):
    return principal(quote, quote.shown)


def first_said(quote: Quote):
    return quote.first_seen or quote.created_at


def figures() -> dict[str, int]:
    return cache.get_or_set("figures", counted, FIGURES_KEPT)


def counted() -> dict[str, int]:
    return {
        "quotes": Quote.objects.public().filter(merged_into=None).count(),
        "confirmed": Quote.objects.public().filter(status=Quote.Status.CONFIRMED).count(),
        "speakers": Speaker.objects.standing().named().count(),
        "articles": Article.objects.read().count(),
        "outlets": Outlet.objects.filter(articles__in=Article.objects.read()).distinct().count(),
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
