import pytest

from quotes.extraction.scene import Previous
from quotes.extraction.setting import setting

from .articles import scene


@pytest.mark.parametrize(
    ("text", "governor", "expected"),
    [
        ('Roe said: "It froze."', "said", "next :"),
        ('"It froze," Roe said.', "said", "none"),
        ('Roe said that "it froze" then.', "said", "next word"),
        ('"It froze."', "", "none"),
    ],
)
def test_the_verb_that_a_quote_hangs_on(text, governor, expected):
    made = scene(text)
    quote = setting(made, made.tokens[0], Previous())
    word = made.outline.low[quote.governor] if quote.governor >= 0 else ""
    assert (word, quote.link) == (governor, expected)
