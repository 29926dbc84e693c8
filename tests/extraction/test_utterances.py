from .articles import only, quotes


def segments(*lines):
    return [tuple(segment.text for segment in quote.segments) for quote in quotes(*lines)]


def test_a_sentence_split_by_its_clause_is_one_quote():
    assert segments('"The harbour," said Jane Roe, "froze over on Tuesday."') == [
        ("The harbour,", "froze over on Tuesday.")
    ]


def test_two_sentences_around_their_clause_are_one_quote():
    assert segments('"It froze," said Jane Roe. "We had to wait."') == [("It froze,", "We had to wait.")]


def test_a_speech_over_paragraphs_is_one_quote():
    assert segments('"It froze over in a night.', '"We had to wait for weeks," Jane Roe said.') == [
        ("It froze over in a night.", "We had to wait for weeks,")
    ]


def test_two_fragments_are_two_quotes():
    assert segments('Jane Roe called it "a bitter winter" and "a lost year for us".') == [
        ("a bitter winter",),
        ("a lost year for us",),
    ]


def test_two_speakers_are_two_quotes():
    lines = ('"It froze over in a night," Jane Roe said. "It did not freeze at all," John Doe said.',)
    assert [quote.speaker for quote in quotes(*lines)] == ["Jane Roe", "John Doe"]


def test_whole_sentences_are_direct_and_fragments_mixed():
    assert only('"It froze over," Jane Roe said.').kind == "direct"
    assert only('Jane Roe said the harbour "froze over in a night".').kind == "mixed"
