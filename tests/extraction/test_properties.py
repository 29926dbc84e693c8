"""What holds for every text, whatever stands in it."""

import re

import pytest
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
            *(
                "sagte",
                "laut",
                "die Ministerin",
                "a-t-elle",
                "selon",
                "según",
                "dijo",
                "ha detto",
                "l’avvocata",
            ),
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
# Read by weights, by patterns, by marks alone, and as what its words look like.
LANGUAGES = st.sampled_from(["en", "de", "es", "fr", "it", "pl", ""])
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
@given(LINES, st.sampled_from(ROLES), LANGUAGES)
def test_no_text_raises_and_every_span_is_verbatim(lines, role, language):
    found(*lines, roles={0: role}, language=language)


@settings(max_examples=60, deadline=None)
@given(LINES, LANGUAGES)
def test_the_same_text_gives_the_same_quotes_whatever_was_read_before(lines, language):
    first = found(*lines, language=language)
    found(*REPORT)
    found(*lines, language="de")
    assert found(*lines, language=language) == first


@settings(max_examples=60, deadline=None)
@given(LINES, LANGUAGES)
def test_quotes_stand_in_reading_order_and_segments_never_overlap(lines, language):
    starts = []
    for quote in found(*lines, language=language):
        ends = [segment.end for segment in quote.segments]
        starts.append(quote.segments[0].start)
        assert all(end <= later.start for end, later in zip(ends, quote.segments[1:], strict=False))
        assert 0.0 <= quote.confidence <= 1.0
    assert starts == sorted(starts)


# Articles in straight double marks, with apostrophes inside the speech and outside.
NAMES = st.sampled_from(
    ["Ingrid Vale", "Peter Lund", "the mayor", "Halyard Systems Inc.", "a police spokesman"]
)
WORDS = st.sampled_from(
    [
        "We don't know what the council's plan was",
        "The harbour froze over in a night",
        "It wasn't the skaters who broke the ice",
        "I'd never seen anything like it in Northquay",
        "Nobody can say how long it'll last",
    ]
)
SAYINGS = st.sampled_from(
    [
        '"{words}," said {name}.',
        '"{words}," {name} said on Monday. "{more}."',
        '{name} said: "{words}."',
        "The council's meeting was short and the skaters' club went home.",
        '{name} called the plan "a bitter winter for the town".',
    ]
)
REPORTS = st.lists(
    st.builds(
        lambda saying, name, words, more: saying.format(name=name, words=words, more=more),
        *(SAYINGS, NAMES, WORDS, WORDS),
    ),
    min_size=1,
    max_size=6,
)


def remarked(opening: str, closing: str, apostrophe: str = "'"):
    """Puts other marks around the same words."""

    def change(line: str) -> str:
        return re.sub(r'"([^"]*)"', rf"{opening}\1{closing}", line.replace("'", apostrophe))

    return change


ENCODINGS = {
    "curly": remarked("“", "”", "’"),
    "curly with straight apostrophes": remarked("“", "”"),
    "single curly": remarked("‘", "’", "’"),
    "single straight": remarked("'", "'"),
    "low": remarked("„", "“"),
    "low and high": remarked("„", "”"),
    "angles": remarked("«", "»"),
    "French angles": remarked("« ", " »"),
    "angles inwards": remarked("»", "«"),
    "typewriter": remarked("``", "''"),
}


def told(lines):
    return [([segment.text for segment in q.segments], q.kind, q.speaker) for q in found(*lines)]


@pytest.mark.parametrize("encoding", ENCODINGS)
@settings(max_examples=40, deadline=None)
@given(REPORTS)
def test_marks_of_any_shape_give_the_same_quotes(encoding, lines):
    change = ENCODINGS[encoding]
    apostrophe = "’" if "’" in change("'") else "'"
    expected = [
        ([text.replace("'", apostrophe) for text in texts], kind, speaker)
        for texts, kind, speaker in told(lines)
    ]
    assert told([change(line) for line in lines]) == expected


@pytest.mark.parametrize("encoding", ["curly", "single curly", "single straight"])
def test_pronouns_and_roles_find_the_same_people_in_other_marks(encoding):
    assert told([ENCODINGS[encoding](line) for line in REPORT]) == told(REPORT)
