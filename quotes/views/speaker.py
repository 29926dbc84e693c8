"""Somebody who was quoted: everything they said, by year, by outlet."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, render

from archive.models import Outlet
from quotes.listing import PAGE_SIZE, in_order, listed
from quotes.models import Occurrence, Quote, Speaker
from quotes.search import SearchQuery, search

from .home import most_quoted
from .leading import lead_on
from .years import chosen_year, of_year, years

MOST_LISTED = 300
ROLES, OUTLETS, NAMESAKES = 8, 8, 5
REPRINTED, ABOUT = 3, 4


def speaker_page(request, slug):
    speaker = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    if speaker.merged_into_id:
        return lead_on(speaker.standing)
    quotes = Quote.objects.public().filter(speaker=speaker, merged_into=None).order_by("-first_seen", "-pk")
    year = chosen_year(request)
    shown = of_year(quotes, year) if year else quotes
    context = {
        "speaker": speaker,
        "page": Paginator(listed(shown, request.user), PAGE_SIZE).get_page(request.GET.get("page")),
        "year": year,
        "timeline": years(quotes, year),
        "total": quotes.count(),
        "outlets": outlets_of(speaker),
        "reprinted": [] if year else most_reprinted(quotes, request.user),
        "about": [] if year else quotes_about(speaker, request.user),
        "about_query": about_query(speaker),
        "namesakes": namesakes(speaker),
        "roles": speaker.roles.all()[:ROLES],
        "aliases": [alias.name for alias in speaker.aliases.all() if alias.name != speaker.name],
    }
    return render(request, "speaker.html", context)


def most_reprinted(quotes, user) -> list[Quote]:
    """What most independent sources printed; copies of one wire story count as one."""
    return list(listed(quotes.filter(sources__gt=1).order_by("-sources", "-last_seen"), user)[:REPRINTED])


def about_query(speaker: Speaker) -> str:
    """The search for what others said with this name in it or near it."""
    return f'"{speaker.name.replace(chr(34), " ")}" -speaker:{speaker.slug}'


def quotes_about(speaker: Speaker, user) -> list[Quote]:
    if speaker.article_id or speaker.kind == Speaker.Kind.UNNAMED:
        return []  # a bare surname may mean anybody
    found = search(SearchQuery(text=about_query(speaker), size=ABOUT, facets=()))
    return in_order(found.ids, user)


def outlets_of(speaker: Speaker):
    """Where they are quoted, most often first."""
    public = Occurrence.objects.filter(quote__in=Quote.objects.public().filter(speaker=speaker))
    return (
        Outlet.objects.filter(articles__occurrences__in=public)
        .annotate(number=Count("articles__occurrences__quote", distinct=True))
        .order_by("-number", "name")[:OUTLETS]
    )


def speakers_page(request):
    """Those quoted most; the search finds the others."""
    context = {"speakers": most_quoted(MOST_LISTED), "most": MOST_LISTED}
    return render(request, "speakers.html", context)


def namesakes(speaker: Speaker):
    """Others who go by the same name: told apart by what is known of them."""
    keys = speaker.aliases.values("key")
    others = Speaker.objects.standing().filter(aliases__key__in=keys, article=None).exclude(pk=speaker.pk)
    return others.distinct()[:NAMESAKES] if speaker.article_id is None else []
