"""The curators' pages tell the hour in the zone of who reads them, which their browser says in a cookie.

Readers, and browsers that say nothing, get the archive's own zone (``TIME_ZONE``).
"""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.urls import reverse
from django.utils import timezone

COOKIE = "zone"


def curators_zone(get_response):
    """Middleware."""

    def answer(request):
        zone = request.COOKIES.get(COOKIE, "")
        if zone not in known_zones() or not request.path.startswith(reverse("admin:index")):
            return get_response(request)
        with timezone.override(ZoneInfo(zone)):
            return get_response(request)

    return answer


@cache
def known_zones() -> set[str]:
    return available_timezones()
