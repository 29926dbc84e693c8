import pytest

from quotes.extraction import Paragraph
from quotes.extraction.marks import find_passages
from quotes.extraction.patterns import load_phrasebook
from quotes.extraction.patterns.paragraph import tokens_of


def tokens(text, code):
    paragraph = Paragraph(text)
    return tokens_of(paragraph, list(enumerate(find_passages([paragraph]))), load_phrasebook(code))


@pytest.mark.parametrize(
    ("code", "text", "letters"),
    [
        ("de", "„Nein“, sagte Frau Dr. Ingrid Vale.", "Q,VttNN."),
        ("de", "Die Finanzministerin hat den Hafen gesehen.", "DpXDNx."),
        ("de", "Der Kai ist zu, sagte von der Leyden.", "DNxK,VKDN."),
        ("fr", "« Non », a-t-elle répondu à l’avocate de J. Roe.", "Q,XHVPDpKIN."),
        ("es", "Rosa de la Fuente dijo el lunes", "NKDNVDE"),
        ("it", "ha detto l’assessora della Lega", "XVDpKN"),
    ],
)
def test_every_word_has_its_class(code, text, letters):
    assert tokens(text, code).letters == letters


def test_tokens_stand_in_the_text():
    text = "« Non », a-t-elle dit."
    found = tokens(text, "fr")
    assert [text[start:end] for start, end in found.spans] == ["Non", ",", "a", "-t-elle", "dit", "."]
    assert found.low[3] == "elle"
