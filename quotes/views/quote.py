"""One quote: its words, who said them, every place where it was printed, and the ways to the source."""

from datetime import datetime
from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from quotes.citations import FILE_FORMATS, STYLES, with_citation
from quotes.linked_data import quotation
from quotes.listing import gone_since, listed, principal, visible_occurrences
from quotes.models import Occurrence, Quote, may_see_withdrawn
from quotes.passages import Block, around, marked
from quotes.similar import similar_quotes
from quotes.source_links import live_link, text_directive
from quotes.sources import source_of
from quotes.standings import standings
from quotes.utterance import paragraphs
from quotes.verdict import verdict
from quotes.wording import differences

from .leading import lead_on
from .sharing import frame, words_of

WITHDRAWN = 410
MORE = 4
WIDER = 5  # paragraphs of context on both sides


@conditional_page
def quote_page(request, pk, slug=""):
    quote = get_object_or_404(
        Quote.objects.select_related("speaker", "merged_into", "occasion"), pk=pk
    ).standing
    if quote.status == Quote.Status.WITHDRAWN and not may_see_withdrawn(request.user):
        # At any slug: the right one tells the words.
        response = render(request, "quote_withdrawn.html", {"quote": quote}, status=WITHDRAWN)
        patch_cache_control(
            response, no_cache=True
        )  # browsers keep what is gone for ever; it may be restored
        return response
    if not Quote.objects.visible_to(request.user).filter(pk=quote.pk).exists():
        raise Http404("No such quote.")
    if (quote.pk, quote.slug) != (pk, slug):
        return lead_on(quote)
    context = quote_context(request, quote)
    response = render(request, "quote.html", context)
    response["Last-Modified"] = http_date(context["changed"].timestamp())
    patch_cache_control(response, no_cache=True)  # kept, but asked for again: a curator may have decided
    return response


def changed(quote: Quote, printings: list[Occurrence]) -> datetime:
    """When the quote, or what is known of its printings, was last changed."""
    moments: list[datetime | None] = [quote.updated_at]
    for printing in printings:
        moments += [printing.created_at, printing.removed_at, printing.reading.capture.seen_at]
    return max(filter(None, moments))


def quote_context(request, quote: Quote) -> dict:
    shown = visible_occurrences(request.user).filter(quote=quote)
    quote.shown = occurrences = list(shown.select_related("reading__capture__article", "speaker"))
    context = {
        "quote": quote,
        "verdict": verdict(quote),
        "references": quote.references.all() if quote.is_explained else [],
        **addresses(request, quote),
        "parts": paragraphs(quote.text),
        "in_one_line": words_of(quote),
        "occurrences": printings(quote, occurrences),
        "embed_code": frame(quote, request),
        "gone_since": gone_since(occurrences),
        "first_printed": min((o.article.published for o in occurrences if o.article.published), default=None),
        "changed": changed(quote, occurrences),
        **others(quote, request.user),
    }
    if occurrences:
        context |= evidence_context(request, quote, occurrences)
    return context


def printings(quote: Quote, occurrences: list[Occurrence]):
    """Each with where its wording differs from the quote's, and what became of it since."""
    known = standings(occurrences)
    return [(printed, differences(quote.text, printed.exact), known[printed.pk]) for printed in occurrences]


def addresses(request, quote: Quote) -> dict[str, str]:
    """Absolute ones, as other sites need them."""
    address = request.build_absolute_uri(quote.get_absolute_url())
    return {
        "address": address,
        "card_address": request.build_absolute_uri(reverse("card", args=[quote.pk])),
        "oembed_address": f"{request.build_absolute_uri(reverse('oembed'))}?{urlencode({'url': address})}",
    }


def others(quote: Quote, user) -> dict[str, list[Quote]]:
    """More by the same speaker, and what others said of the same."""
    more = more_by(quote, user)
    return {"more": more, "similar": similar_quotes(quote, user, MORE, {each.pk for each in more})}


def more_by(quote: Quote, user) -> list[Quote]:
    others = Quote.objects.public().filter(speaker=quote.speaker_id).exclude(pk=quote.pk)
    return list(listed(others, user)[:MORE]) if quote.speaker_id else []


def evidence_context(request, quote: Quote, occurrences: list[Occurrence]) -> dict:
    """What the printing that stands for the quote tells: its passage, the ways to it, how to cite it."""
    occurrence = principal(quote, occurrences)
    source = source_of(quote, occurrence, request)
    sources = [source_of(quote, printing, request) for printing in occurrences]
    return {
        "first": occurrence,
        "verdict": verdict(quote, occurrence.reasons),
        **passages(occurrence),
        "live_link": live_link(occurrence),
        "directive": text_directive(occurrence),
        "citations": [(style, style.written(source)) for style in STYLES],
        "formats": FILE_FORMATS.values(),
        "copied": with_citation(source),
        "linked_data": quotation(quote, occurrence, source, sources),
        "parts": paragraphs(quote.text, occurrence, occurrence.reading.text),
        "role": occurrence.evidence_text("role"),
        "circumstances": circumstances(occurrence),
        "neighbours": neighbours(occurrence, request.user),
    }


def passages(occurrence: Occurrence) -> dict[str, list[Block]]:
    """The words with a paragraph on both sides, and what stands before and after these, to be opened."""
    paragraphs, start, end = occurrence.reading.shown_paragraphs, occurrence.start, occurrence.end
    near, wide = around(paragraphs, start, end), around(paragraphs, start, end, neighbours=WIDER)
    first = wide.index(near[0]) if near else 0
    blocks = marked(wide, [occurrence])
    return {
        "passage": blocks[first : first + len(near)],
        "passage_before": blocks[:first],
        "passage_after": blocks[first + len(near) :],
    }


def neighbours(occurrence: Occurrence, user) -> dict[str, Occurrence | None]:
    """The quotes before and after this one in the same article."""
    shown = Q(quote__in=Quote.objects.visible_to(user).filter(merged_into=None))
    siblings = visible_occurrences(user).filter(shown, reading=occurrence.reading_id).select_related("quote")
    return {
        "previous": siblings.filter(start__lt=occurrence.start).order_by("-start").first(),
        "next": siblings.filter(start__gt=occurrence.start).order_by("start").first(),
    }


def circumstances(occurrence: Occurrence) -> list[str]:
    """Occasion, place and day as the article prints them, and who passed the words on."""
    printed = [occurrence.evidence_text(name) for name in ("occasion", "place", "said_on")]
    passed_on = [_("as reported by %s") % occurrence.reported_by] if occurrence.reported_by else []
    spoke_for = [_("speaking for %s") % occurrence.on_behalf_of] if occurrence.on_behalf_of else []
    return list(dict.fromkeys(filter(None, printed))) + spoke_for + passed_on
