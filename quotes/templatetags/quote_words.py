"""What templates say about quotes."""

from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils.formats import date_format
from django.utils.html import conditional_escape, escape, json_script
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext

from quotes import doubts
from quotes.listing import gone_since, principal
from quotes.models import Occurrence, Quote
from quotes.routes import address
from quotes.search import SearchQuery, highlight
from quotes.utterance import paragraphs, set_off, written
from quotes.verdict import Verdict
from quotes.verdict import verdict as verdict_of

register = template.Library()
register.simple_tag(address)

DAYS_KEPT = 2000
NEAR = 160  # characters of context below a result


@register.filter
def verdict(quote: Quote) -> Verdict:
    return verdict_of(quote)


@register.filter
def unit(count: int) -> str:
    """What is counted, as ``blocktranslate`` says it, in less time."""
    return ngettext("quote", "quotes", count)


@register.filter
def in_words(reasons: list[str]) -> list[str]:
    return doubts.in_words(reasons)


@register.filter
def web_link(url: str) -> str:
    """The address, or nothing where it is no web address: a link must never run a script."""
    return url if url and url.startswith(("http://", "https://")) else ""


@register.filter
def linked_data_script(data: dict) -> SafeString:
    """JSON-LD in its element, escaped as Django's own ``json_script`` does."""
    plain = json_script(data)
    return mark_safe(plain.replace('type="application/json"', 'type="application/ld+json"', 1))  # noqa: S308 -- as Django made it


@register.filter
def as_set(quote: Quote) -> list[str]:
    """The runs of a quote in a list, in one paragraph; ``shown`` are its printings."""
    return [run for runs in paragraphs(quote.text, printing(quote)) for run in runs]


@register.filter
def in_one_line(quote: Quote) -> str:
    """The words of a quote of a list, its runs parted by marks."""
    first = printing(quote)
    return written(quote.text, first) if first else quote.text


@register.filter
def printed_alone(words: str) -> str:
    """A printing's words without the comma that leads on to "she said"."""
    return set_off(words)


@register.filter
def printing(quote: Quote) -> Occurrence | None:
    """The printing that stands for a quote of a list."""
    return principal(quote, quote.shown)


@register.filter
def iso_day(moment: datetime) -> str:
    return localdate(moment).isoformat()


@register.filter
def day(moment: datetime) -> str:
    """Written out in the reader's language, as ``date`` does for ``DATE_FORMAT``, in less time."""
    return day_in(localdate(moment), get_language())


@lru_cache(DAYS_KEPT)
def day_in(moment: date, _language: str) -> str:
    return date_format(moment)


@register.filter
def gone(quote: Quote) -> datetime | None:
    """Since when no article prints a quote of a list any more."""
    return gone_since(quote.shown)


@register.simple_tag
def highlighted(text: str, query: SearchQuery | None, language: str = "") -> SafeString:
    """The text with the words that were looked for marked."""
    return marked(highlight(text, query, language)) if query else conditional_escape(text)


@register.simple_tag
def context_highlighted(occurrence: Occurrence, query: SearchQuery, language: str = "") -> SafeString | str:
    """The words around the quote, where some of them were looked for; else nothing."""
    sides = before_end(occurrence.shown_before), after_start(occurrence.shown_after)
    pieces = [highlight(side, query, language, context=True) for side in sides]
    shown = [marked(side) for side in pieces if any(wanted for _, wanted in side)]
    return mark_safe(" … ".join(shown))  # noqa: S308 -- each side is escaped


def before_end(text: str) -> str:
    return text if len(text) <= NEAR else f"… {text[-NEAR:].partition(' ')[2]}"


def after_start(text: str) -> str:
    return text if len(text) <= NEAR else f"{text[:NEAR].rpartition(' ')[0]} …"


def marked(pieces: list[tuple[str, bool]]) -> SafeString:
    written = (f"<mark>{escape(text)}</mark>" if wanted else escape(text) for text, wanted in pieces)
    return mark_safe("".join(written))  # noqa: S308 -- each piece is escaped
