"""Atom feeds: of any search, and of any speaker."""

from django.contrib.syndication.views import Feed
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from .filters import QuoteFilter
from .listing import in_order, listed
from .models import Quote, Speaker
from .search import search
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
        return f"{speaker}: “{words}”"

    def item_description(self, quote):
        first = next(iter(quote.shown), None)
        return f"{first.shown_before} “{first.exact}” {first.shown_after}".strip() if first else quote.text

    def item_author_name(self, quote):
        return next((o.article.outlet.name for o in quote.shown), "")

    def item_pubdate(self, quote):
        return quote.last_seen or quote.created_at

    def item_updateddate(self, quote):
        return quote.updated_at


class SearchFeed(QuoteFeed):
    """The newest quotes that a search finds; its address is the search's own."""

    def __call__(self, request, *args, **kwargs):
        """What cannot be understood is told: nobody should subscribe to more than they asked for."""
        form = QuoteFilter(request.GET).form
        if form.is_valid():
            return super().__call__(request, *args, **kwargs)
        return HttpResponseBadRequest(form.errors.as_text(), content_type="text/plain; charset=utf-8")

    def get_object(self, request):
        return request

    def title(self, request):
        words = QuoteFilter(request.GET).asked_for.get("q")
        asked = words or _("latest quotes")
        return f"Quote Archive: {asked}"

    def link(self, request):
        return f"{reverse('home')}?{request.GET.urlencode()}"

    def feed_url(self, request):
        """With the search, which a reader that subscribes by it would lose."""
        return request.get_full_path()

    def items(self, request):
        data = request.GET.copy()
        data["sort"] = "newest"
        answer = search(QuoteFilter(data).query(size=LENGTH))
        return in_order(answer.ids, request.user)


class SpeakerFeed(QuoteFeed):
    def get_object(self, request, slug):
        self.user = request.user
        return get_object_or_404(Speaker, slug=slug).standing

    def title(self, speaker):
        return _("Quotes of %s") % speaker.name

    def link(self, speaker):
        return speaker.get_absolute_url()

    def items(self, speaker):
        return listed(Quote.objects.public().filter(speaker=speaker), self.user)[:LENGTH]
