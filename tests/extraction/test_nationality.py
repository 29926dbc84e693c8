import pytest

from quotes.extraction.builtin import language_of
from quotes.extraction.nationality import countries, country_of

from .articles import scene


def country(text, name):
    made = scene(text)
    mention = next(one for one in made.mentions if one.entity and one.entity.name == name)
    return "pole" in country_of(made.outline, mention, language_of(made.document))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polish skater Jan Roe fell.", True),
        ("Poland's Jan Roe fell.", True),
        ("Jan Roe of Poland fell.", True),
        ("Jan Roe (Poland) fell.", True),
        ("Danish skater Jan Roe fell in Poland.", False),
        ("Poland's Ann Doe beat Jan Roe.", False),
        ("Poland met Jan Roe.", False),
    ],
)
def test_a_country_belongs_to_the_name_beside_it(text, expected):
    assert country(text, "Jan Roe") is expected


def test_a_briton_may_be_a_scot_but_no_scot_is_english():
    known = countries(language_of(scene("The ice.").document))
    found = ("scot" in known["british"], "briton" in known["scottish"], "scot" in known["english"])
    assert found == (True, True, False)
