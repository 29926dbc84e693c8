"""Lists of quotes, with what one row shows, in a number of queries that does not grow with the list."""

from django.db.models import Prefetch
from django.utils.timezone import localdate

from .models import Occurrence, Quote
from .search import SearchQuery, asked_printings
from .search.nodes import Printed
from .search.words import words

PAGE_SIZE = 20
QUOTE = ("text", "kind", "status", "language", "confidence", "speaker__name", "speaker__slug")
DATES = ("first_seen", "last_seen", "created_at", "updated_at")
PRINTING = ("quote", "segments", "exact", "before", "after", "removed_at")
ARTICLE = tuple(f"article__{name}" for name in ("url", "title", "published", "withheld"))
OUTLET = ("article__outlet__name", "article__outlet__slug")


def visible_occurrences(user):
    """Everything for curators; for readers not what a curator has rejected."""
    occurrences = Occurrence.objects.select_related("article__outlet").by_date()
    may = user.has_perm("quotes.view_occurrence")
    return occurrences if may else occurrences.exclude(review=Occurrence.Review.REJECTED)


def listed(quotes, user):
    """These quotes, those merged into others left out, each with ``shown``: its occurrences by date.

    What no list shows is left in the database: half of the time would be for it.
    """
    shown = visible_occurrences(user).only(*PRINTING, *ARTICLE, *OUTLET)
    return (
        quotes.filter(merged_into=None)
        .select_related("speaker")
        .only(*QUOTE, *DATES)
        .prefetch_related(Prefetch("occurrences", shown, to_attr="shown"))
    )


def in_order(ids, user):
    """The visible ones of these quotes, in this order."""
    wanted = Quote.objects.visible_to(user).filter(pk__in=ids).order_by()
    found = {quote.pk: quote for quote in listed(wanted, user)}
    return [found[pk] for pk in ids if pk in found]


def principal(quote: Quote, printings):
    """The printing to show: the earliest with the quote's very words, else the earliest; or None."""
    return next((p for p in printings if p.exact == quote.text), next(iter(printings), None))


def printed_last(quote, query: SearchQuery):
    """Where a quote was printed again, if that is where it stands among the newest of a search; else None."""
    if query.sort != "newest":
        return None
    asked = asked_printings(query)
    dated = [printing for printing in quote.shown if printing.article.published]
    fitting = [p for p in dated if not asked or any(fits(p.article, one) for one in asked)]
    last = max(fitting, key=lambda printing: printing.article.published, default=None)
    return None if last == principal(quote, quote.shown) else last


def fits(article, asked: Printed) -> bool:
    """Whether it was printed on such a day, by an outlet with this slug or with these words in its name."""
    day, outlet = localdate(article.published), article.outlet
    in_days = (not asked.since or day >= asked.since) and (not asked.until or day <= asked.until)
    named = set(words(asked.outlet.replace("-", " "))) <= set(words(outlet.name))
    return in_days and (named or asked.outlet == outlet.slug)


def gone_since(printings):
    """When the last article that printed the quote was seen without it; None while one still prints it."""
    moments = [p.removed_at for p in printings]
    return max(moments) if moments and all(moments) else None
