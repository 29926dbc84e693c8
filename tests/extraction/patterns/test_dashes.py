import pytest

from quotes.extraction.patterns import load_phrasebook
from quotes.extraction.patterns.dashes import spoken


def words(text, code):
    return [text[start:end] for start, end in spoken(text, load_phrasebook(code))]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("es", "—No lo sé —dijo Ana—. Mañana lo veremos.", ["No lo sé", "Mañana lo veremos."]),
        ("fr", "— Qui vient ? demande Anne.", ["Qui vient ?"]),
        ("fr", "— Je viens, a-t-elle dit.", ["Je viens"]),
        ("fr", "— deux œufs, trois pommes", []),
        ("it", "– prima il lavoro – poi il resto", []),
    ],
)
def test_only_a_clause_of_saying_makes_it_speech(code, text, found):
    assert words(text, code) == found
