"""Atom feeds: of any search, and of any speaker."""

from dataclasses import dataclass

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from archive.characters import in_xml

from .filters import QuoteFilter
from .listing import in_order
from .models import Quote, Speaker
from .search import SearchQuery, search
from .utterance import written

LENGTH = 30


class QuoteFeed(Feed):
    feed_type = Atom1Feed

    def __call__(self, request, *args, **kwargs):
        """Caches guess how long a dated answer may be kept: here a quote may be withdrawn any minute."""
        response = super().__call__(request, *args, **kwargs)
        patch_cache_control(response, no_cache=True)
        return response

    def item_title(self, quote):
        speaker = quote.speaker or _("Speaker not named")
        first = next(iter(quote.shown), None)
        words = written(quote.text, first) if first else quote.text
        return in_xml(f"{speaker}: “{words}”")

    def item_description(self, quote):
        """HTML, as Django's Atom says of it."""
        first = next(iter(quote.shown), None)
        if first is None:
            return escape(in_xml(quote.text))
        words = written(first.exact, first)
        return escape(in_xml(f"{first.shown_before} “{words}” {first.shown_after}".strip()))

    def item_guid(self, quote):
        """The address without words, which a correction may change: readers would take it for a new quote."""
        return quote.lasting_address

    def item_author_name(self, quote):
        return in_xml(next((o.article.outlet.name for o in quote.shown), ""))

    def item_pubdate(self, quote):
        return quote.last_seen or quote.created_at

    def item_updateddate(self, quote):
        return quote.updated_at


def with_addresses(quotes, request):
    """These quotes as a list, each with the address that stays the same for ever."""
    found = list(quotes)
    for quote in found:
        quote.lasting_address = request.build_absolute_uri(reverse("quote-short", args=[quote.pk]))
    return found


class PagedAtom(Atom1Feed):
    """With the way on to older entries (RFC 5005): who comes back after a month misses none."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["next_page"]:
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["next_page"]})


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what is followed: ``next_page`` is the address of the next one, ``""`` behind the last.

    The feed itself serves all requests at once and can keep nothing of one.
    """

    request: HttpRequest
    quotes: list[Quote]
    next_page: str
    speaker: Speaker | None = None


def newest(query: SearchQuery, request: HttpRequest, speaker: Speaker | None = None) -> Found:
    """The page of the newest that the request asks for."""
    page = query.but(sort="newest", size=LENGTH, cursor=request.GET.get("cursor"), facets=())
    answer = search(page)
    quotes = with_addresses(in_order(answer.ids, request.user), request)
    return Found(request, quotes, next_page(request, answer.next_cursor), speaker)


def next_page(request: HttpRequest, cursor: str | None) -> str:
    if cursor is None:
        return ""
    data = request.GET.copy()
    data["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{data.urlencode()}")


class PagedFeed(QuoteFeed):
    feed_type = PagedAtom

    def feed_extra_kwargs(self, found):
        return {"next_page": found.next_page}

    def feed_url(self, found):
        """With the search, which a reader that subscribes by it would lose."""
        return found.request.get_full_path()

    def items(self, found):
        return found.quotes


class SearchFeed(PagedFeed):
    """The newest quotes that a search finds; its address is the search's own."""

    def __call__(self, request, *args, **kwargs):
        """What cannot be understood is told: nobody should subscribe to more than they asked for."""
        form = QuoteFilter(request.GET).form
        if form.is_valid():
            return super().__call__(request, *args, **kwargs)
        return HttpResponseBadRequest(form.errors.as_text(), content_type="text/plain; charset=utf-8")

    def get_object(self, request):
        return newest(QuoteFilter(request.GET).query(), request)

    def title(self, found):
        words = QuoteFilter(found.request.GET).asked_for.get("q")
        asked = words or _("latest quotes")
        return in_xml(f"Quote Archive: {asked}")

    def link(self, found):
        """The same for all pages, for it is the feed's id too."""
        data = found.request.GET.copy()
        data.pop("cursor", None)
        return f"{reverse('home')}?{data.urlencode()}"


class SpeakerFeed(PagedFeed):
    """The newest quotes of one speaker."""

    def get_object(self, request, slug):
        speaker = get_object_or_404(Speaker, slug=slug).standing
        return newest(SearchQuery(speaker=speaker.slug), request, speaker)

    def title(self, found):
        return in_xml(_("Quotes of %s") % found.speaker.name)

    def link(self, found):
        return found.speaker.get_absolute_url()
