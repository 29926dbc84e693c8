"""Whom a phrase without a name means."""

from .articles import quotes

QUESTION = '"Is the ice thick enough?" it said.'


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in quotes(text)]


def test_it_is_the_message_and_its_author_speaks():
    assert speakers(f"Ingrid Vale wrote a letter. {QUESTION}") == ["Ingrid Vale"]


def test_a_statement_that_speaks_itself_has_no_other_author():
    text = f"Peter Lund was told off, the statement said. {QUESTION}"
    assert "Peter Lund" not in speakers(text)


def test_it_after_it_is_followed_no_further_however_many_there_are():
    text = "It said in a statement that the ice was thick. " * 3000 + QUESTION
    assert len(speakers(text)) == 1
