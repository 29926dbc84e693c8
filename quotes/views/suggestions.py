"""Names that go on as somebody has begun to type, for the list below the search box."""

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from quotes.search import FacetCount, suggest

SPEAKERS, OUTLETS = 5, 3
KEPT = 60  # seconds


@cache_control(public=True, max_age=KEPT)
def suggestions(request):
    found = suggest(request.GET.get("q", ""))
    data = {
        "speakers": [named("speaker", count) for count in found.speakers[:SPEAKERS]],
        "outlets": [named("outlet", count) for count in found.outlets[:OUTLETS]],
    }
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


def named(kind: str, count: FacetCount) -> dict:
    return {"name": count.label, "quotes": count.count, "address": reverse(kind, args=[count.value])}
