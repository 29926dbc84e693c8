"""What holds for every text, whatever stands in it."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.extraction import default_engine, extract_quotes

from .articles import article

PIECES = st.sampled_from(
    [
        *('"', "“", "”", "'", "‘", "’", "''", "``", "„", "«", "»", "5'10\"", "'90s"),
        *("Jane Roe", "Mr. King", "she", "the company", "a spokesman for the ministry", "U.S.", "O’Neill"),
        *(
            "said",
            "told",
            "according to",
            "called",
            "It froze over",
            "in Berlin",
            "on Monday",
            "the so-called",
        ),
        *(
            ",",
            ".",
            "?",
            ":",
            ";",
            "—",
            "(",
            ")",
            "…",
            " ",
            "\u00a0",
            "\u200b",
            "\x00",
            "1,000",
            "İ",
            "ﬁ",
            "🙂",
        ),
    ]
)
LINES = st.lists(st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=60), max_size=6)
ROLES = ["body", "headline", "caption", "pull_quote"]

REPORT = (
    "Jane Roe, the harbour master, spoke on Monday.",
    '"The harbour froze over in a night," she said. "We had to wait."',
    'Roe called it "a bitter winter for the town".',
    'The company said in a statement: "We will pay."',
    'A spokesman for the ministry said the ships "will sail in spring".',
)


def found(*lines, **metadata):
    return extract_quotes(article(*lines, **metadata), default_engine())


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(ROLES))
def test_no_text_raises_and_every_span_is_verbatim(lines, role):
    found(*lines, roles={0: role})


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_the_same_text_gives_the_same_quotes_whatever_was_read_before(lines):
    first = found(*lines)
    found(*REPORT)
    assert found(*lines) == first


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_quotes_stand_in_reading_order_and_segments_never_overlap(lines):
    starts = []
    for quote in found(*lines):
        ends = [segment.end for segment in quote.segments]
        starts.append(quote.segments[0].start)
        assert all(end <= later.start for end, later in zip(ends, quote.segments[1:], strict=False))
        assert 0.0 <= quote.confidence <= 1.0
    assert starts == sorted(starts)


def curly(line: str) -> str:
    return re.sub(r'"([^"]*)"', r"“\1”", line).replace("'", "’")


def single(line: str) -> str:
    return re.sub(r'"([^"]*)"', r"‘\1’", line)


def told(lines):
    return [(quote.text, quote.kind, quote.speaker) for quote in found(*lines)]


def test_curly_marks_give_the_quotes_of_straight_ones():
    assert told([curly(line) for line in REPORT]) == told(REPORT)


def test_single_marks_give_the_quotes_of_double_ones():
    assert told([single(line) for line in REPORT]) == told(REPORT)
