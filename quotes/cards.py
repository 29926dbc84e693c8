"""The picture with which a link to a quote is shared (Open Graph): its words, who said them, where. Pure.

Drawn in the site's own typeface, which holds Latin letters: what it cannot write is left out, never boxed.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent / "static" / "quotes" / "fonts"
FACES = ("newsreader.woff2", "newsreader-extended.woff2")  # the second has the letters of other Latin scripts
SIZE = WIDTH, HEIGHT = 1200, 630  # as Open Graph's readers show it whole
MARGIN = 80
WORDS_BOTTOM = 440
PAPER, INK, SOFT, MARKER = "#fdfdfb", "#15171c", "#545964", "#ffe787"
LARGEST, SMALLEST, STEP = 68, 34, 4
LEADING = 1.22
MOST = 1000  # characters; hardly half of them fit
COLOURS = 32  # of four and their edges
REGULAR, MEDIUM, BOLD = 400, 500, 600
SITE = "Quote Archive"


@dataclass(frozen=True, slots=True)
class Card:
    """What is written: ``source`` is outlet and day."""

    words: str
    speaker: str
    source: str


@dataclass(frozen=True, slots=True)
class Hand:
    """Letters of one size and weight, each from the first of the files that has it."""

    size: int
    weight: int

    def runs(self, text: str) -> list[tuple[ImageFont.FreeTypeFont, str]]:
        found = groupby(text, key=lambda letter: face_with(letter))
        return [(font(name, self.size, self.weight), "".join(letters)) for name, letters in found]

    def width(self, text: str) -> float:
        return sum(face.getlength(run) for face, run in self.runs(text))

    def write(self, draw: ImageDraw.ImageDraw, left: float, top: float, text: str, colour: str) -> None:
        for face, run in self.runs(text):
            draw.text((left, top), run, colour, face)
            left += face.getlength(run)


@lru_cache(maxsize=4096)
def face_with(letter: str) -> str:
    """The first file that can write this letter; ``""`` if none can."""
    if letter == " ":
        return FACES[0]
    return next((name for name in FACES if font(name, SMALLEST, REGULAR).getmask(letter).getbbox()), "")


@lru_cache(maxsize=64)
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(FONTS / name, size)
    face.set_variation_by_axes([weight])
    return face


def drawn(card: Card) -> bytes:
    """The card as a PNG picture of ``SIZE``."""
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 24, HEIGHT), MARKER)
    write_words(draw, writable(card.words))
    write_line(draw, 480, card.speaker, INK, Hand(40, BOLD))
    write_line(draw, 540, card.source, SOFT, Hand(30, REGULAR))
    site = Hand(30, BOLD)
    site.write(draw, WIDTH - MARGIN - site.width(SITE), 540, SITE, SOFT)
    file = BytesIO()
    few = picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG", compress_level=6)
    return file.getvalue()


def write_words(draw: ImageDraw.ImageDraw, words: str) -> None:
    """In the largest letters in which all fit; words that never do are cut."""
    if not words:
        return
    words, size = f"“{words}”", LARGEST
    while (lines := wrapped(words, Hand(size, MEDIUM))) and size > SMALLEST and too_high(lines, size):
        size -= STEP
    most = int((WORDS_BOTTOM - MARGIN) / (size * LEADING))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rsplit(' ', 1)[0][:-2]} …”"]
    for number, line in enumerate(lines):
        Hand(size, MEDIUM).write(draw, MARGIN, MARGIN + number * size * LEADING, line, INK)


def too_high(lines: list[str], size: int) -> bool:
    return MARGIN + len(lines) * size * LEADING > WORDS_BOTTOM


def wrapped(words: str, hand: Hand) -> list[str]:
    """Lines as wide as the card allows; a longer word is broken."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if hand.width(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines += broken(word, hand)
    return [line for line in lines if line]


def broken(word: str, hand: Hand) -> list[str]:
    pieces = [""]
    for letter in word:
        if hand.width(pieces[-1] + letter) > WIDTH - 2 * MARGIN:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def write_line(draw: ImageDraw.ImageDraw, top: int, text: str, colour: str, hand: Hand) -> None:
    """One line, cut where the site's name begins."""
    text = writable(text)
    while text and hand.width(text) > WIDTH - 2 * MARGIN - 240:
        text = f"{text[:-2].rstrip()}…"
    hand.write(draw, MARGIN, top, text, colour)


def writable(text: str) -> str:
    """The text in one line, or nothing where the typeface lacks a letter of it."""
    line = " ".join(text[:MOST].split())
    return line if all(map(face_with, line)) else ""
