"""Everything that a search found, as CSV or JSON lines, streamed so that size does not matter."""

import csv
import json
from collections.abc import Iterable, Iterator

from archive.formulas import escaped

from .live_address import live_address
from .models import Occurrence, Quote
from .search import SearchQuery, search
from .utterance import elided

BATCH = 500
COLUMNS = (
    "id", "quote", "speaker", "kind", "status", "confidence", "language", "first_printed", "last_printed",
    "independent_sources", "outlet", "article", "article_url", "wayback_url", "context_before",
    "context_after", "address",
)  # fmt: skip


class Echo:
    """A file that gives back what is written to it: the csv module writes to files only."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[dict]) -> Iterator[str]:
    """With a byte order mark, which spreadsheets need to see UTF-8, and no cell that they would run."""
    writer = csv.DictWriter(Echo(), COLUMNS)
    yield "\ufeff"
    yield writer.writerow(dict(zip(COLUMNS, COLUMNS, strict=True)))
    for row in rows:
        yield writer.writerow({name: escaped(value) for name, value in row.items()})


def json_lines(rows: Iterable[dict]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def rows(query: SearchQuery, absolute) -> Iterator[dict]:
    """One row a quote found, in the query's order; ``absolute`` makes an address of a path."""
    for batch in batches(query):
        for quote in batch:
            yield row(quote, absolute)


def batches(query: SearchQuery) -> Iterator[list[Quote]]:
    """Page by page with the engine's cursor: the cost of a page does not grow with its number."""
    query = query.but(size=BATCH, offset=0, facets=())
    while True:
        answer = search(query)
        yield public_quotes(answer.ids)
        if answer.next_cursor is None:
            return
        query = query.but(cursor=answer.next_cursor)


def public_quotes(ids: list[int]) -> list[Quote]:
    found = Quote.objects.public_with_indirect().filter(pk__in=ids, merged_into=None)
    quotes = {quote.pk: quote for quote in found.select_related("speaker")}
    for occurrence in first_occurrences(list(quotes)):
        quote = quotes[occurrence.quote_id]
        if not hasattr(quote, "first"):
            quote.first, quote.printed = occurrence, []
        if occurrence.article.published:
            quote.printed.append(occurrence.article.published.isoformat())
    return [quotes[pk] for pk in ids if pk in quotes and hasattr(quotes[pk], "first")]


def first_occurrences(ids: list[int]):
    shown = Occurrence.objects.filter(quote__in=ids).exclude(review=Occurrence.Review.REJECTED)
    return shown.select_related("article__outlet").by_date()


def row(quote: Quote, absolute) -> dict:
    first = quote.first
    return {
        "id": quote.pk,
        "quote": elided(quote.text, first),
        "speaker": quote.speaker.name if quote.speaker else "",
        "kind": quote.kind,
        "status": quote.status,
        "confidence": round(quote.confidence, 3),
        "language": quote.language,
        "first_printed": min(quote.printed, default=""),
        "last_printed": max(quote.printed, default=""),
        "independent_sources": quote.sources,
        "outlet": first.article.outlet.name,
        "article": first.article.shown_title,
        "article_url": live_address(first.article),
        "wayback_url": first.article.wayback_link,
        "context_before": first.shown_before,
        "context_after": first.shown_after,
        "address": absolute(quote.get_absolute_url()),
    }
