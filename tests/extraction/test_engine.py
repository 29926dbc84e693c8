from dataclasses import replace

import pytest

from quotes.extraction import ExtractedQuote, NotVerbatimError, Span, extract_quotes

from .articles import article, quotes

ARTICLE = article('"It froze," Jane Roe said.')


class Liar:
    """An engine that returns what it is told."""

    name, version = "liar", "1"

    def __init__(self, quote: ExtractedQuote) -> None:
        self.quote = quote

    def extract(self, document):
        return [self.quote]


def test_what_stands_in_the_article_passes():
    quote = ExtractedQuote((Span(1, 10, "It froze,"),), "direct")
    assert extract_quotes(ARTICLE, Liar(quote)) == [quote]


@pytest.mark.parametrize(
    "span", [Span(1, 10, "It burnt,"), Span(1, 9, "It froze,"), Span(5, 500, "x"), Span(3, 3, "")]
)
def test_what_does_not_stand_there_is_refused(span):
    quote = ExtractedQuote((span,), "direct")
    with pytest.raises(NotVerbatimError):
        extract_quotes(ARTICLE, Liar(quote))


def test_evidence_is_checked_as_well():
    honest = ExtractedQuote((Span(1, 10, "It froze,"),), "direct")
    with pytest.raises(NotVerbatimError):
        extract_quotes(ARTICLE, Liar(replace(honest, cue=Span(0, 4, "said"))))


def test_a_span_over_two_paragraphs_is_refused():
    document = article("It froze.", "It thawed.")
    with pytest.raises(NotVerbatimError):
        extract_quotes(document, Liar(ExtractedQuote((Span(3, 12, "froze.\nIt"),), "direct")))


def test_an_article_without_paragraphs_has_no_quotes():
    assert quotes() == []
