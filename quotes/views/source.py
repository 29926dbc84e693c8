"""The source of a quote in other forms: citations, a Web Annotation, the live page."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect

from quotes.citations import FILE_FORMATS
from quotes.linked_data import annotation
from quotes.listing import principal, visible_occurrences
from quotes.models import Occurrence, Quote
from quotes.source_links import live_link
from quotes.sources import source_of

ANNOTATION_TYPE = (
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'  # as the W3C's protocol has it
)


def first_printing(request, pk) -> Occurrence:
    """The printing of the quote, or of what it was merged into, that stands for it to this reader."""
    quote = get_object_or_404(Quote.objects.select_related("merged_into"), pk=pk).standing
    quotes = Quote.objects.visible_to(request.user)
    printings = visible_occurrences(request.user).filter(quote=quote, quote__in=quotes)
    found = list(printings.select_related("quote__speaker", "reading__capture__article"))
    if not found:
        raise Http404("No such quote.")
    return principal(found[0].quote, found)


def citation_file(request, pk, suffix):
    """The citation as a download for reference managers."""
    first = first_printing(request, pk)
    if suffix not in FILE_FORMATS:
        raise Http404("No such kind of citation.")
    file_format = FILE_FORMATS[suffix]
    written = file_format.written(source_of(first.quote, first, request))
    name = f'attachment; filename="quote-{pk}.{suffix}"'
    return HttpResponse(written, content_type=file_format.content_type, headers={"Content-Disposition": name})


def annotation_file(request, pk):
    """The words on the live page as a W3C Web Annotation."""
    first = first_printing(request, pk)
    address = request.build_absolute_uri(first.quote.get_absolute_url())
    return JsonResponse(annotation(first, address), content_type=ANNOTATION_TYPE)


def live_source(request, pk):
    """To the live page at the words of one printing; worked out only now, since it reads the capture."""
    occurrence = get_object_or_404(
        visible_occurrences(request.user).select_related("reading__capture"),
        pk=pk,
        quote__in=Quote.objects.visible_to(request.user),
    )
    link = live_link(occurrence)
    if not link:
        raise Http404("This article has no address on the web.")
    return redirect(link)
