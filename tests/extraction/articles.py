"""Small articles for the tests, and what the engine sees in them."""

from quotes.extraction import Document, ExtractedQuote, Paragraph, default_engine, extract_quotes
from quotes.extraction.builtin import language_of
from quotes.extraction.scene import Scene, make_scene


def article(*lines: str, roles: dict[int, str] | None = None, **metadata) -> Document:
    """An article of these paragraphs; ``roles`` by their number, "body" where none is given."""
    paragraphs, start = [], 0
    for number, line in enumerate(lines):
        paragraphs.append(Paragraph(line, (roles or {}).get(number, "body"), start))
        start += len(line) + 1
    return Document(tuple(paragraphs), **({"title": "The harbour"} | metadata))


def scene(*lines: str, **metadata) -> Scene:
    document = article(*lines, **metadata)
    return make_scene(document, language_of(document))


def quotes(*lines: str, **metadata) -> list[ExtractedQuote]:
    return extract_quotes(article(*lines, **metadata), default_engine())


def only(*lines: str, **metadata) -> ExtractedQuote:
    """The one quote of the article."""
    (quote,) = quotes(*lines, **metadata)
    return quote
