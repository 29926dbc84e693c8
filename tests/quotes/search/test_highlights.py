import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.search import SearchQuery, highlight


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("The boats were running late", "run", ["running"]),
        ("The boats were running late", '"run"', []),
        ("The boats were running late", '"were running"', ["were running"]),
        ("The café and the CAFE", "cafe", ["café", "CAFE"]),
        ("He ministered to ministers", "minist*", ["ministered", "ministers"]),
        ("An e-mail came", "email", ["e-mail"]),
        ("An e-mail came", "e-mail", ["e-mail"]),
        ("An email came", "e-mail", ["email"]),
        ("Zuckerberg's plan", "zuckerberg", ["Zuckerberg"]),
        ("Boats and ships", "boat OR ship", ["Boats", "ships"]),
        ("Boats and ships", "boat -ship", ["Boats"]),
        ("Boats and ships", "speaker:boats context:ships", []),
        ("We need 1,000 boats", "1000", ["1,000"]),
        ("He wrote C++ for vitamin C", "c++", ["C++"]),
        ("Nothing of it", "", []),
    ],
)
def test_highlight(text, query, marked):
    pieces = highlight(text, query, "en")
    assert [piece for piece, is_match in pieces if is_match] == marked
    assert "".join(piece for piece, _ in pieces) == text


def test_highlight_of_context_marks_what_was_wanted_near():
    query = SearchQuery("context:ships boats")
    assert highlight("Boats, ships", query, context=True) == [("Boats", True), (", ", False), ("ships", True)]


def test_highlight_by_the_language_of_the_text():
    assert [m for _, m in highlight("Die Häuser", "haus", "de")] == [False, True]
    assert [m for _, m in highlight("Die Häuser", "haus", "en")] == [False]


@given(st.text(max_size=100), st.text(max_size=30))
def test_highlighted_pieces_are_the_text(text, query):
    pieces = highlight(text, query)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
