"""The picture of a shared link."""

from io import BytesIO

import pytest
from PIL import Image

from quotes.cards import (
    MARGIN,
    MEDIUM,
    SIZE,
    WIDTH,
    WORDS_BOTTOM,
    Card,
    Hand,
    drawn,
    shortened,
    wrapped,
    writable,
)


def picture(**values) -> Image.Image:
    card = Card(**{"words": "It rained all night", "speaker": "Amara Osei", "source": "Gazette"} | values)
    return Image.open(BytesIO(drawn(card))).convert("L")


def inked(image: Image.Image, top: int, bottom: int):
    """The box of what is written between two heights, beside the marker."""
    band = image.crop((MARGIN - 40, top, WIDTH, bottom))
    return band.point(lambda light: 255 if light < 128 else 0).getbbox()


def test_card_has_the_size_that_it_says():
    assert picture().size == SIZE


def test_card_shows_words_and_speaker():
    image = picture()

    assert inked(image, 0, WORDS_BOTTOM) is not None
    assert inked(image, 480, 530) is not None


@pytest.mark.parametrize("words", ["rain " * 400, "r" * 3000])
def test_words_that_are_too_many_are_cut_above_the_speaker(words):
    image = picture(words=words)

    assert inked(image, WORDS_BOTTOM, 478) is None
    assert inked(image, 0, SIZE[1])[2] <= WIDTH - MARGIN + 40


def test_words_in_letters_that_the_typeface_lacks_are_left_out():
    assert inked(picture(words="昨夜下雨了"), 0, WORDS_BOTTOM) is None


def test_card_without_words_is_not_empty():
    image = picture(words="昨夜下雨了").crop((MARGIN, 0, WIDTH, WORDS_BOTTOM))

    assert image.getextrema()[0] < 240


@pytest.mark.parametrize(("line", "left"), [("rain all night", "rain all"), ("rrrrrr", "rrr")])
def test_shortened(line, left):
    assert shortened(line) == left


def test_lines_hold_all_words():
    words = "It rained all night and nobody in the whole of Tidewell slept before the morning bell"

    assert " ".join(wrapped(words, Hand(60, MEDIUM))) == words


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Łódź, “ja”", "Łódź, “ja”"),
        ("a\nb", "a b"),
        ("北京", ""),
        ("", ""),
        ("We won \U0001f389\U0001f389 it ❤\ufe0f", "We won it"),
        ("\U0001f469\u200d\U0001f52c Ann", "Ann"),
        ("soft\u00adly, zero\u200bwidth", "softly, zerowidth"),
        ("cafe\u0301", "café"),
        ("5\u202f€ ©", "5 € ©"),
        ("a\x07b", "ab"),
    ],
)
def test_writable(text, written):
    assert writable(text) == written
