"""A quote on other people's pages: the picture of a shared link, the card to embed, and oEmbed."""

from html import escape
from math import ceil
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from csp.decorators import csp_replace
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import Resolver404, resolve, reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import conditional_page

from archive.characters import in_xml
from quotes.cards import Card, drawn
from quotes.listing import listed, principal
from quotes.models import Quote
from quotes.utterance import written
from quotes.verdict import verdict

OEMBED_FORMATS = ("json", "xml")
EMBEDDABLE = ("quote", "quote-short", "embed")
WIDEST, NARROWEST = 600, 240  # pixels
MOST_WORDS = 12  # in a title
LETTER, LINE, FRAME = 9.5, 29, 150  # pixels of the embedded card: of its letters, its lines, and around them


def shared_quote(pk: int) -> Quote:
    """A public quote with its printings, or what it was merged into; nothing else is shared."""
    quote = get_object_or_404(Quote.objects.select_related("merged_into"), pk=pk).standing
    return get_object_or_404(listed(Quote.objects.public_with_indirect(), AnonymousUser()), pk=quote.pk)


@conditional_page
@cache_control(public=True, no_cache=True)  # a quote that is withdrawn is gone from caches too
def card_picture(request, pk):
    quote = shared_quote(pk)
    speaker = quote.speaker.name if quote.speaker else ""
    card = Card(words=words_of(quote), speaker=speaker, source=source_line(quote))
    return HttpResponse(drawn(card), content_type="image/png")


def words_of(quote: Quote) -> str:
    """In one line, where the reporter broke in as two quotations."""
    first = principal(quote, quote.shown)
    return written(quote.text, first) if first else quote.text


def source_line(quote: Quote) -> str:
    """Outlet and day of the printing that stands for the quote."""
    first = principal(quote, quote.shown)
    if first is None:
        return ""
    day = first.article.published
    return f"{first.article.outlet.name}, {date_format(day)}" if day else first.article.outlet.name


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type]  # its stub knows no arguments of views
@conditional_page
@cache_control(public=True, no_cache=True)  # a quote that is withdrawn is gone from caches too
def embedded(request, pk):
    """A page of its own for the frames of others: the only one that they may show, and without scripts."""
    quote = shared_quote(pk)
    context = {
        "quote": quote,
        "first": principal(quote, quote.shown),
        "words": words_of(quote),
        "verdict": verdict(quote),
        "address": request.build_absolute_uri(quote.get_absolute_url()),
    }
    return render(request, "embed.html", context)


@cache_control(public=True, no_cache=True)  # a quote that is withdrawn is gone from caches too
def oembed(request):
    """https://oembed.com: from the address of a quote to its frame."""
    file_format = request.GET.get("format", "json")
    if file_format not in OEMBED_FORMATS:
        return HttpResponse("Formats are json and xml.", status=501, content_type="text/plain")
    quote = quote_at(request.GET.get("url", ""), request.get_host())
    width = wanted(request.GET.get("maxwidth", ""))
    data = {
        "version": "1.0",
        "type": "rich",
        "title": title(quote),
        "provider_name": "Quote Archive",
        "provider_url": request.build_absolute_uri(reverse("home")),
        "author_name": quote.speaker.name if quote.speaker else "",
        "thumbnail_url": request.build_absolute_uri(reverse("card", args=[quote.pk])),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "width": width,
        "height": height(quote, width),
        "html": frame(quote, request, width),
    }
    response = xml_response(data) if file_format == "xml" else json_response(data)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def json_response(data: dict) -> HttpResponse:
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


def xml_response(data: dict) -> HttpResponse:
    root = Element("oembed")
    for name, value in data.items():
        SubElement(root, name).text = in_xml(str(value))
    written_out = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(written_out, content_type="text/xml; charset=utf-8")


def quote_at(address: str, host: str) -> Quote:
    try:
        parts = urlsplit(address)
        match = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise Http404("No quote has this address.") from error
    if parts.netloc != host or match.url_name not in EMBEDDABLE:
        raise Http404("No quote has this address.")
    return shared_quote(match.kwargs["pk"])


def wanted(width: str) -> int:
    asked = int(width) if width.isascii() and width.isdigit() and len(width) < 6 else WIDEST
    return max(NARROWEST, min(asked, WIDEST))


def height(quote: Quote, width: int) -> int:
    """Pixels that the card needs about; it scrolls where that was too few."""
    return FRAME + LINE * ceil(len(quote.text) * LETTER / (width - 40))


def frame(quote: Quote, request, width: int = WIDEST) -> str:
    """The element to put into another page; its links open outside of it."""
    address = request.build_absolute_uri(reverse("embed", args=[quote.pk]))
    return (
        f'<iframe src="{escape(address)}" width="{width}" height="{height(quote, width)}" '
        f'title="{escape(title(quote))}" loading="lazy" frameborder="0" style="max-width:100%" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )


def title(quote: Quote) -> str:
    """Who said the first of the words; ``shown`` are the quote's printings."""
    words = Truncator(words_of(quote)).words(MOST_WORDS)
    return f"{quote.speaker.name}: “{words}”" if quote.speaker else f"“{words}”"
