"""The passage cut at its marks, without losing a letter."""

from archive.scrapers.base import Paragraph
from quotes.evidence_marks import stretches

TEXT = "“It rained,” Osei said."
PARAGRAPH = Paragraph(TEXT, "body", 100)


def test_stretches_bear_their_marks_and_offsets():
    marks = {"said": [(101, 111)], "mention": [(113, 117)], "cue": [(118, 122)]}

    found = stretches([PARAGRAPH], marks)

    assert [(s.text, s.marks) for s in found[0]] == [
        ("“", ""),
        ("It rained,", "said"),
        ("” ", ""),
        ("Osei", "mention"),
        (" ", ""),
        ("said", "cue"),
        (".", ""),
    ]
    assert [TEXT[s.start - 100 :].startswith(s.text) for s in found[0]] == [True] * 7


def test_overlapping_marks_are_both_borne():
    found = stretches([PARAGRAPH], {"said": [(101, 105)], "cue": [(103, 108)]})

    assert [s.marks for s in found[0]] == ["", "said", "said cue", "cue", ""]


def test_a_mark_over_two_paragraphs_is_cut_at_their_border():
    paragraphs = [Paragraph("It rained", "body", 0), Paragraph("and snowed", "body", 11)]

    found = stretches(paragraphs, {"said": [(3, 14)]})

    assert [[(s.text, s.marks) for s in line] for line in found] == [
        [("It ", ""), ("rained", "said")],
        [("and", "said"), (" snowed", "")],
    ]
