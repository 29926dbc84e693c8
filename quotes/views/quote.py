"""One quote: its words, who said them, every place where it was printed, and the ways to the source."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import conditional_page

from quotes.citations import FILE_FORMATS, STYLES, with_citation
from quotes.linked_data import quotation
from quotes.listing import gone_since, listed, principal, visible_occurrences
from quotes.models import Occurrence, Quote
from quotes.passages import around, marked
from quotes.source_links import live_link, text_directive
from quotes.sources import source_of
from quotes.standings import standings
from quotes.utterance import paragraphs
from quotes.verdict import verdict
from quotes.wording import differences

WITHDRAWN = 410
MORE = 4


@conditional_page
def quote_page(request, pk, slug=""):
    quote = standing(get_object_or_404(Quote.objects.select_related("speaker", "merged_into"), pk=pk))
    if quote.status == Quote.Status.WITHDRAWN and not request.user.is_staff:
        # At any slug: the right one tells the words.
        return render(request, "quote_withdrawn.html", {"quote": quote}, status=WITHDRAWN)
    if not Quote.objects.visible_to(request.user).filter(pk=quote.pk).exists():
        raise Http404("No such quote.")
    if (quote.pk, quote.slug) != (pk, slug):
        return redirect(quote, permanent=True)
    return render(request, "quote.html", quote_context(request, quote))


def standing(quote: Quote) -> Quote:
    """This quote, or the one that it was merged into."""
    while quote.merged_into is not None:
        quote = quote.merged_into
    return quote


def quote_context(request, quote: Quote) -> dict:
    shown = visible_occurrences(request.user).filter(quote=quote)
    occurrences = list(shown.select_related("reading__capture__article", "speaker"))
    context = {
        "quote": quote,
        "verdict": verdict(quote),
        "address": request.build_absolute_uri(quote.get_absolute_url()),
        "parts": paragraphs(quote.text),
        "occurrences": printings(quote, occurrences),
        "gone_since": gone_since(occurrences),
        "more": more_by(quote, request.user),
    }
    if occurrences:
        context |= evidence_context(request, quote, principal(quote, occurrences))
    return context


def printings(quote: Quote, occurrences: list[Occurrence]):
    """Each with where its wording differs from the quote's, and what became of it since."""
    known = standings(occurrences)
    return [(printed, differences(quote.text, printed.exact), known[printed.pk]) for printed in occurrences]


def more_by(quote: Quote, user):
    others = Quote.objects.public().filter(speaker=quote.speaker_id).exclude(pk=quote.pk)
    return listed(others, user)[:MORE] if quote.speaker_id else []


def evidence_context(request, quote: Quote, occurrence: Occurrence) -> dict:
    """What the first printing tells: its passage, the ways to it, and how to cite it."""
    source = source_of(quote, occurrence, request)
    passage = around(occurrence.reading.shown_paragraphs, occurrence.start, occurrence.end)
    return {
        "first": occurrence,
        "passage": marked(passage, [occurrence]),
        "live_link": live_link(occurrence),
        "directive": text_directive(occurrence),
        "citations": [(style, style.written(source)) for style in STYLES],
        "formats": FILE_FORMATS.values(),
        "copied": with_citation(source),
        "linked_data": quotation(quote, source),
        "parts": paragraphs(quote.text, occurrence, occurrence.reading.text),
        "role": occurrence.evidence_text("role"),
        "circumstances": circumstances(occurrence),
        "neighbours": neighbours(occurrence, request.user),
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
    passed_on = [f"as reported by {occurrence.reported_by}"] if occurrence.reported_by else []
    spoke_for = [f"speaking for {occurrence.on_behalf_of}"] if occurrence.on_behalf_of else []
    return list(dict.fromkeys(filter(None, printed))) + spoke_for + passed_on
