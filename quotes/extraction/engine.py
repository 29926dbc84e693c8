"""The one interface of all extraction engines, and the check that what they return is verbatim."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from .document import Document
from .quotation import ExtractedQuote, Span


class Engine(Protocol):
    """Finds the quotes of an article and who said each.

    ``name`` and ``version`` are stored with every quote that it finds.
    """

    name: str
    version: str

    def extract(self, document: Document) -> Iterable[ExtractedQuote]:
        """The quotes of the article, in reading order; must not keep state between articles."""


class NotVerbatimError(ValueError):
    """An engine returned words that do not stand in the article at the offsets it gave."""


def extract_quotes(document: Document, engine: Engine) -> list[ExtractedQuote]:
    """The quotes that ``engine`` finds, each checked to be verbatim.

    Raises ``NotVerbatimError`` if any span differs from the article: such a quote must never be stored.
    """
    quotes = list(engine.extract(document))
    for quote in quotes:
        for span in spans(quote):
            check_verbatim(document, span)
    return quotes


def spans(quote: ExtractedQuote) -> Iterator[Span]:
    """Every piece of the article that the quote points at."""
    yield from quote.segments
    for repeat in quote.repeats:
        yield from repeat
    evidence = (quote.mention, quote.cue, quote.role, quote.occasion, quote.place, quote.said_on)
    yield from (span for span in (*evidence, quote.before, quote.after) if span)


def check_verbatim(document: Document, span: Span) -> None:
    """Raises ``NotVerbatimError`` unless the span's text stands at its offsets, inside one paragraph."""
    try:
        printed = document.slice(span.start, span.end)
    except ValueError as error:
        raise NotVerbatimError(str(error)) from error
    if printed != span.text or not span.text:
        raise NotVerbatimError(f"{span.text!r} is not what stands at {span.start}:{span.end}: {printed!r}")
