"""What is read in one document, as the JSON that ``inspect`` prints; nothing is stored."""

from typing import Any

from archive.scrapers import Parsed

from .documents import document_of
from .extraction import Engine, ExtractedQuote, Span, extract_quotes

Json = dict[str, Any]


def inspected(parsed: Parsed, url: str, engine: Engine, *, offsets: bool) -> Json:
    """The article and its quotes, segments as ``[start, end]`` in ``parsed.text`` or else as words."""
    quotes = extract_quotes(document_of(parsed, outlet=parsed.outlet), engine)
    return {
        "url": url or parsed.canonical_url,
        "title": parsed.title,
        "authors": list(parsed.authors),
        "published": parsed.published,
        "modified": parsed.modified,
        "outlet": parsed.outlet,
        "language": parsed.language,
        "paragraphs": [{"role": each.role, "text": each.text} for each in parsed.paragraphs],
        "quotes": [quote_json(quote, offsets=offsets) for quote in quotes],
    }


def quote_json(quote: ExtractedQuote, *, offsets: bool) -> Json:
    return {
        "text": quote.text,
        "segments": [[each.start, each.end] if offsets else each.text for each in quote.segments],
        "kind": quote.kind,
        "speaker": quote.speaker,
        "mention": span_json(quote.mention),
        "cue": span_json(quote.cue),
        "role": span_json(quote.role),
        "occasion": span_json(quote.occasion),
        "place": span_json(quote.place),
        "said_on": span_json(quote.said_on),
        "on_behalf_of": quote.on_behalf_of,
        "reported_by": quote.reported_by,
        "candidates": [{"speaker": each.speaker, "score": each.score} for each in quote.candidates],
        "confidence": quote.confidence,
        "method": quote.method,
        "reasons": list(quote.reasons),
        "context": {"before": text_of(quote.before), "after": text_of(quote.after)},
    }


def span_json(span: Span | None) -> Json | None:
    return {"start": span.start, "end": span.end, "text": span.text} if span else None


def text_of(span: Span | None) -> str:
    return span.text if span else ""
