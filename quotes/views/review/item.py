"""One quote of the queue as a curator sees it: its passage, why it is in doubt, who may have said it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import render

from quotes.decisions import seen_of
from quotes.evidence_marks import stretches
from quotes.models import Occurrence, Quote, ReviewItem, may_see_withdrawn
from quotes.passages import around
from quotes.speaker_choice import likely_speakers

from .access import for_reviewers
from .filters import length_of, query_of, wanted

CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the queue a curator stands: the harm and the number of a quote that may have left it since."""

    harm: float
    pk: int

    def __str__(self) -> str:
        return f"{self.harm!r},{self.pk}"

    @classmethod
    def read(cls, text: str) -> "Place | None":
        harm, _, pk = text.partition(",")
        try:
            return cls(float(harm), int(pk))
        except ValueError:
            return None

    def after(self, queue):
        return queue.filter(Q(harm__lt=self.harm) | Q(harm=self.harm, pk__gt=self.pk)).first()

    def before(self, queue):
        earlier = queue.filter(Q(harm__gt=self.harm) | Q(harm=self.harm, pk__lt=self.pk))
        return earlier.order_by("harm", "-pk").first()


@for_reviewers
def review_page(request):
    form, queue = wanted(request.GET)
    return shown(request, chosen(request, queue), form=form, queue=queue)


def chosen(request, queue) -> Quote | None:
    """The quote that was asked for by number or by its place in the queue; else the first."""
    asked = request.GET
    if asked.get("quote", "").isdecimal():
        known = Quote.objects.visible_to(request.user).filter(merged_into=None)
        found = known.filter(pk=asked["quote"]).first()
        if found is None:
            raise Http404("No such quote.")
        return found
    for name in ("after", "before"):
        place = Place.read(asked.get(name, ""))
        if place:
            return getattr(place, name)(queue) or queue.exclude(pk=place.pk).first()
    return queue.first()


def shown(request, quote: Quote | None, *, form, queue, status: int = 200, **more):
    """The page, or for a script that asks for it only the part that changes."""
    context = {
        **more,
        "item": item(quote, request.user, request.GET.get("find", "")) if quote else None,
        "query": query_of(form),
        "form": form.form,
        "length": length_of(form, queue, request.headers.get("X-Part") == "ahead") if quote else "",
        "title": "Review",
    }
    if "X-Part" in request.headers:
        return render(request, "admin/review/_item.html", context, status=status)
    context |= admin.site.each_context(request)
    return render(request, "admin/review/page.html", context, status=status)


def item(quote: Quote, user, find: str = "") -> dict:
    printed = principal(quote)
    if printed is None:
        raise Http404("No article prints this quote any more.")
    reading = printed.reading
    paragraphs = reading.paragraphs if may_see_withdrawn(user) else reading.shown_paragraphs
    passage = around(paragraphs, printed.start, printed.end, neighbours=2)
    return {
        "quote": printed.quote,
        "printed": printed,
        "seen": str(seen_of(printed)),
        "place": str(Place(quote.harm, quote.pk)),
        "passage": stretches(passage, marks(printed)),
        "words": "\n".join(reading.text[start:end] for start, end in printed.segments),
        "candidates": list(enumerate(printed.candidates[:CANDIDATES], 1)),
        "asked": ReviewItem.objects.open().filter(Q(quote=quote) | Q(occurrence=printed)),
        "decisions": quote.decisions.select_related("by")[:5],
        "find": find,
        "speakers": likely_speakers(find) if find else [],
    }


def principal(quote: Quote) -> Occurrence | None:
    """The printing to decide by: one that nobody has decided on, and of those the most doubtful."""
    printings = quote.occurrences.select_related("quote__speaker", "reading__capture__article")
    return by_doubt(printings).first()


def principals(quotes: Sequence[Quote]) -> list[Occurrence]:
    """What ``principal`` gives for each that has a printing, in one query."""
    first: dict[int, Occurrence] = {}
    for printed in by_doubt(Occurrence.objects.filter(quote__in=quotes)):
        first.setdefault(printed.quote_id, printed)
    return [first[quote.pk] for quote in quotes if quote.pk in first]


def by_doubt(printings: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    ordered = printings.order_by("-review", "confidence", "pk")  # "unreviewed" is last of the alphabet
    return ordered.select_related("quote", "speaker", "article__outlet")


def marks(printed: Occurrence) -> dict[str, list[tuple[int, int]]]:
    """The words of the quote, and what of the passage tells who said them."""
    found = {"said": [(start, end) for start, end in printed.segments]}
    for name in ("cue", "mention"):
        span = printed.evidence.get(name)
        if span:
            found[name] = [(span["start"], span["end"])]
    return found
