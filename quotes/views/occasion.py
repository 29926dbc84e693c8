"""Where and when words were said, a speech or a call: all quotes from it."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from quotes.listing import PAGE_SIZE, listed
from quotes.models import Occasion, Quote

from .topic import speakers_on


def occasion_page(request, pk):
    occasion = get_object_or_404(Occasion, pk=pk)
    quotes = Quote.objects.public().filter(occasion=occasion, merged_into=None).order_by("first_seen", "pk")
    context = {
        "occasion": occasion,
        "page": Paginator(listed(quotes, request.user), PAGE_SIZE).get_page(request.GET.get("page")),
        "total": quotes.count(),
        "speakers": speakers_on(quotes),
    }
    return render(request, "occasion.html", context)
