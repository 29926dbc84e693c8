import re

from quotes.extraction.builtin import BuiltinEngine
from quotes.extraction.crowds import MANY, crowded
from quotes.extraction.document import Document, Paragraph

MARKS = re.compile('"')
CROWD = '" a ' * (MANY + 1)
PROSE = '"It froze," said Jane Roe of the harbour board.'


def test_marks_at_every_word_are_a_crowd():
    assert crowded([Paragraph(CROWD)], MARKS) == {0}


def test_a_crowd_may_stand_in_as_many_lines():
    assert crowded([Paragraph('"a" b')] * MANY, MARKS) == frozenset(range(MANY))


def test_a_few_marked_words_are_none():
    assert crowded([Paragraph('"a" b "c" d')] * 10, MARKS) == frozenset()


def test_marks_around_speech_are_none_however_many():
    assert crowded([Paragraph(PROSE * MANY)], MARKS) == frozenset()


def test_the_prose_beside_a_crowd_is_read():
    found = BuiltinEngine().extract(Document((Paragraph(PROSE), Paragraph(CROWD, start=len(PROSE) + 1))))
    assert [(quote.speaker, quote.segments[0].text) for quote in found] == [("Jane Roe", "It froze,")]
