from archive.scrapers import Page, Plain, scraper_for
from quotes.extraction import Candidate, ExtractedQuote, Span, default_engine
from quotes.inspection import inspected, quote_json

TEXT = "Harbour to stay\n\n“We are glad,” said Ann Lee, a rope maker of Exmouth."
HTML = f"<h1>Harbour to stay</h1><p>{TEXT.splitlines()[-1]}</p>".encode()
KEYS = {"url", "title", "authors", "published", "modified", "outlet", "language", "paragraphs", "quotes"}
QUOTE_KEYS = {
    "text", "segments", "kind", "speaker", "mention", "cue", "role", "occasion", "place", "said_on",
    "on_behalf_of", "reported_by", "candidates", "confidence", "method", "reasons", "context",
}  # fmt: skip


def test_text_gives_offsets_in_exactly_that_text():
    result = inspected(Plain().parse(Page(TEXT.encode())), "", default_engine(), offsets=True)
    [quote] = result["quotes"]
    [[start, end]] = quote["segments"]

    assert (TEXT[start:end], quote["speaker"], quote["kind"]) == ("We are glad,", "Ann Lee", "direct")
    assert TEXT[quote["cue"]["start"] : quote["cue"]["end"]] == quote["cue"]["text"] == "said"
    assert set(quote) == QUOTE_KEYS


def test_page_gives_words():
    page = Page(HTML, "https://post.example/a")
    result = inspected(scraper_for(page.url).parse(page), page.url, default_engine(), offsets=False)

    assert set(result) == KEYS
    assert (result["url"], result["title"]) == ("https://post.example/a", "Harbour to stay")
    assert result["paragraphs"] == [
        {"role": "headline", "text": "Harbour to stay"},
        {"role": "body", "text": "“We are glad,” said Ann Lee, a rope maker of Exmouth."},
    ]
    assert [quote["segments"] for quote in result["quotes"]] == [["We are glad,"]]


def test_quote_is_printed_with_all_its_evidence():
    quote = ExtractedQuote(
        (Span(1, 5, "Glad"), Span(9, 12, "we.")),
        "mixed",
        "Ann Lee",
        mention=Span(20, 23, "Lee"),
        candidates=(Candidate("Ann Lee", 0.9),),
        confidence=0.9,
        method="rule",
        reasons=("short",),
        before=Span(30, 36, "Before"),
    )
    printed = quote_json(quote, offsets=True)

    assert (printed["text"], printed["segments"]) == ("Glad we.", [[1, 5], [9, 12]])
    assert printed["mention"] == {"start": 20, "end": 23, "text": "Lee"}
    assert printed["candidates"] == [{"speaker": "Ann Lee", "score": 0.9}]
    assert printed["context"] == {"before": "Before", "after": ""}
    assert (printed["cue"], printed["reasons"]) == (None, ["short"])
