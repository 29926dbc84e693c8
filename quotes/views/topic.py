"""What articles are about, in the words of their own pages; and what was said there."""

from django.core.cache import cache
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, render

from archive.models import Topic
from quotes.listing import PAGE_SIZE, listed
from quotes.models import Occurrence, Quote, Speaker

from .years import chosen_year, of_year, years

MOST, SPEAKERS = 300, 8
KEPT = 60  # seconds


def topics_page(request):
    topics = cache.get_or_set("topics", most_used, KEPT)
    return render(request, "topics.html", {"topics": topics, "most": MOST})


def topic_page(request, slug):
    topic = get_object_or_404(Topic, slug=slug)
    quotes = quotes_on(topic).order_by("-first_seen", "-pk")
    year = chosen_year(request)
    shown = of_year(quotes, year) if year else quotes
    context = {
        "topic": topic,
        "page": Paginator(listed(shown, request.user), PAGE_SIZE).get_page(request.GET.get("page")),
        "year": year,
        "timeline": years(quotes, year),
        "total": quotes.count(),
        "speakers": speakers_on(quotes),
    }
    return render(request, "topic.html", context)


def printed():
    return Occurrence.objects.filter(quote__in=Quote.objects.public(), quote__merged_into=None).exclude(
        review=Occurrence.Review.REJECTED
    )


def quotes_on(topic: Topic):
    """The public quotes of its articles."""
    here = printed().filter(article__topics=topic).values("quote")
    return Quote.objects.public().filter(pk__in=here)


def most_used() -> list[Topic]:
    """The topics with most quotes, each with ``number``, how many."""
    counts = printed().exclude(article__topics=None).order_by().values_list("article__topics")
    ranking = list(
        counts.annotate(number=Count("quote", distinct=True)).order_by("-number", "article__topics")[:MOST]
    )
    topics = Topic.objects.in_bulk([pk for pk, _ in ranking])
    for pk, number in ranking:
        topics[pk].number = number
    return [topics[pk] for pk, _ in ranking]


def speakers_on(quotes):
    """Who speaks there, most often first."""
    return (
        Speaker.objects.filter(quotes__in=quotes)
        .annotate(number=Count("quotes", distinct=True))
        .order_by("-number", "name")[:SPEAKERS]
    )
