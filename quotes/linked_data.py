"""A quote as machines read it: schema.org's Quotation and the W3C's Web Annotation."""

from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from .citations import Source, is_body
from .live_address import live_address
from .models import Occurrence, Quote
from .occurrences import AROUND
from .utterance import elided

SPEAKER_TYPES = {"person": "Person", "organisation": "Organization", "unnamed": "Thing"}


def quotation(quote: Quote, printing: Occurrence, source: Source, sources: Iterable[Source] = ()) -> dict:
    """JSON-LD for search engines: the words, who said them, the article, and the others that printed them."""
    others = [news_article(other) for other in sources if other != source]
    data = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "text": elided(quote.text, printing),
        "inLanguage": quote.language or None,
        "spokenByCharacter": spoken_by(quote),
        "isPartOf": news_article(source),
        "citation": others,
    }
    return {name: value for name, value in data.items() if value}


def news_article(source: Source) -> dict:
    article = {
        "@type": "NewsArticle",
        "headline": source.title,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.outlet},
        "author": [signed_by(name) for name in source.authors],
        "datePublished": source.published.isoformat() if source.published else None,
        "archivedAt": source.archive_url,
    }
    return {name: value for name, value in article.items() if value}


def signed_by(name: str) -> dict:
    return {"@type": "Organization" if is_body(name) else "Person", "name": name}


def spoken_by(quote: Quote) -> dict | None:
    if quote.speaker is None:
        return None
    data = {"@type": SPEAKER_TYPES[quote.speaker.kind], "name": quote.speaker.name}
    if quote.speaker.wikidata:
        data["sameAs"] = f"https://www.wikidata.org/entity/{quote.speaker.wikidata}"
    return data


def annotation(occurrence: Occurrence, address: str) -> dict:
    """A Web Annotation (w3.org/TR/annotation-model) that points at the words on the live page.

    An interrupted quote has a target for each of its segments: joined, its words stand nowhere.
    """
    speaker = occurrence.quote.speaker
    source = urldefrag(live_address(occurrence.article) or address).url
    targets = [{"source": source, "selector": selector} for selector in selectors(occurrence)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address,
        "type": "Annotation",
        "motivation": "identifying",
        "created": occurrence.created_at.isoformat(),
        "body": {"type": "TextualBody", "value": speaker.name if speaker else "", "format": "text/plain"},
        "target": targets if len(targets) > 1 else targets[0],
    }


def selectors(occurrence: Occurrence) -> Iterator[dict]:
    """One for each segment, with the characters around it unless the article is withheld."""
    text = occurrence.reading.text
    for start, end in occurrence.segments:
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        around = {} if occurrence.article.withheld else {"prefix": before, "suffix": after}
        yield {"type": "TextQuoteSelector", "exact": text[start:end]} | around
