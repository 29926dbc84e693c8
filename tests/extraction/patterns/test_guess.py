import pytest

from quotes.extraction.patterns import guess_language
from tests.extraction.articles import article


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"It froze," Jane Roe said.', "en"),
        ("„Es fror zu“, sagte Jane Roe am Montag.", "de"),
        ("« Il a gelé », a dit Jane Roe dans la ville.", "fr"),
        ("«Se heló», dijo Jane Roe en el puerto.", "es"),
        ("«È gelato», ha detto Jane Roe nella città.", "it"),
        ("„Zamarzło”, powiedziała Jane Roe.", ""),
        ("", ""),
    ],
)
def test_small_words_tell_the_language(text, code):
    assert guess_language(article(text)) == code
