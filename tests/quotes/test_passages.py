"""Marks cut paragraphs into pieces and never change a letter."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from archive.scrapers.base import Paragraph
from quotes.passages import Piece, around, marked


@dataclass(frozen=True)
class Said:
    pk: int
    segments: list
    repeats: list = field(default_factory=list)


def test_marked_cuts_out_the_words():
    said = Said(1, [[5, 8]])

    [block] = marked([Paragraph("Then she left.", "body", 0)], [said])

    assert block.pieces == (Piece("Then "), Piece("she", said, anchor=True), Piece(" left."))


def test_marked_anchors_the_first_segment_only():
    said = Said(1, [[0, 3], [8, 11]])

    [block] = marked([Paragraph("One and two", "body", 0)], [said])

    assert [piece.anchor for piece in block.pieces] == [True, False, False]


def test_marked_counts_from_the_paragraphs_own_offset():
    said = Said(1, [[12, 15]])

    blocks = marked([Paragraph("Ten letters", "body", 0), Paragraph("two", "body", 12)], [said])

    assert blocks[1].pieces == (Piece("two", said, anchor=True),)


def test_marked_tells_repeats():
    said = Said(1, [[0, 3]], repeats=[[[4, 7]]])

    [block] = marked([Paragraph("one one", "body", 0)], [said])

    assert block.pieces[-1] == Piece("one", said, repeat=True)


def test_marked_keeps_the_anchor_of_a_quote_inside_another():
    outer, inner = Said(1, [[0, 11]]), Said(2, [[4, 7]])

    [block] = marked([Paragraph("one two six", "body", 0)], [outer, inner])

    assert block.pieces == (Piece("one two six", outer, anchor=True), Piece("", inner, anchor=True))


spans = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda s: [s[0], s[0] + s[1]])


@given(text=st.text(min_size=1, max_size=40), segments=st.lists(spans, max_size=6))
def test_marked_never_changes_a_letter(text, segments):
    said = [Said(number, [segment]) for number, segment in enumerate(segments)]

    [block] = marked([Paragraph(text, "body", 0)], said)

    assert block.text == text


def test_around_gives_a_neighbour_on_both_sides():
    paragraphs = [Paragraph(letter, "body", 2 * place) for place, letter in enumerate("abcde")]

    assert [p.text for p in around(paragraphs, 4, 5)] == ["b", "c", "d"]


def test_around_leaves_out_a_headline_that_does_not_hold_the_words():
    paragraphs = [Paragraph("h", "headline", 0), Paragraph("b", "body", 2)]

    assert [p.text for p in around(paragraphs, 2, 3)] == ["b"]


def test_around_nothing_is_empty():
    assert list(around([Paragraph("a", "body", 0)], 90, 95)) == []
