"""A printed quote as what citations need of it."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language, pgettext

from archive.models import Article, Capture

from .citations import Source
from .live_address import live_address
from .models import Occurrence, Quote
from .utterance import written


def source_of(quote: Quote, occurrence: Occurrence, request) -> Source:
    """The occurrence's article as a citable source; its addresses are absolute ones of this site."""
    article, capture = occurrence.article, occurrence.reading.capture
    published = localdate(article.published) if article.published else None
    passage = request.build_absolute_uri(occurrence.get_absolute_url())
    return Source(
        key=f"quote{quote.pk}",
        words=written(occurrence.exact, occurrence),
        speaker=quote.speaker.name if quote.speaker else "",
        title=str(article),
        outlet=article.outlet.name,
        url=live_address(article) or passage,
        archive_url=request.build_absolute_uri(reverse("capture", args=[capture.pk])),
        accessed=capture.fetched_at.date(),
        authors=people(article),
        published=published,
        language=article.language,
        url_status=url_status(article, capture),
        day=date_format(published) if published else "",
        archived=pgettext("before the address of the archived page", "archived"),
        readers=get_language() or "en",
    )


def url_status(article: Article, capture: Capture) -> str:
    if article.state == Article.State.GONE:
        return "dead"
    return "live" if capture.origin == Capture.Origin.FETCHED else ""


def people(article: Article) -> tuple[str, ...]:
    return tuple(name for name in article.authors if name and name != article.outlet.name)
