"""The picture with which a link to a quote is shared (Open Graph): its words, who said them, where. Pure.

Drawn in the site's own typeface, which holds Latin letters: pictures among them (emoji) are left out, and a
text in other letters is left out whole; nothing is ever boxed.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from unicodedata import category, normalize

from PIL import Image, ImageDraw, ImageFont

FONTS = Path(__file__).parent / "static" / "quotes" / "fonts"
FACES = ("newsreader.woff2", "newsreader-extended.woff2")  # the second has the letters of other Latin scripts
SIZE = WIDTH, HEIGHT = 1200, 630  # as Open Graph's readers show it whole
MARGIN = 80
WORDS_BOTTOM = 440
PAPER, INK, SOFT, MARKER = "#fdfdfb", "#15171c", "#545964", "#ffe787"
LARGEST, SMALLEST, STEP = 68, 34, 4
LEADING = 1.22
SIGN = 560
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
    if is_unseen(letter):  # the layout engine refuses to draw them
        return ""
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
    """In the largest letters in which all fit; words that never do are cut, for none there is a mark."""
    if not words:
        Hand(SIGN, BOLD).write(draw, MARGIN, 0, "“", MARKER)
        return
    words, size = f"“{words}”", LARGEST
    while (lines := wrapped(words, Hand(size, MEDIUM))) and size > SMALLEST and too_high(lines, size):
        size -= STEP
    most = int((WORDS_BOTTOM - MARGIN) / (size * LEADING))
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{shortened(lines[most - 1])} …”"]
    for number, line in enumerate(lines):
        Hand(size, MEDIUM).write(draw, MARGIN, MARGIN + number * size * LEADING, line, INK)


def shortened(line: str) -> str:
    """Without its last word, or the last letters of its only one."""
    return line.rpartition(" ")[0] or line[:-3]


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


def is_unseen(letter: str) -> bool:
    """Soft hyphens, joiners, directions, and what chooses between two looks of a sign."""
    return category(letter) in {"Cf", "Cc"} or "\ufe00" <= letter <= "\ufe0f"


def is_picture(letter: str) -> bool:
    return category(letter) in {"So", "Sk", "Cn", "Me"}


def writable(text: str) -> str:
    """The text in one line without pictures, or nothing where the typeface lacks a letter of it."""
    composed = normalize("NFC", text[:MOST])
    kept = (letter for letter in composed if letter.isspace() or not is_unseen(letter))
    line = "".join(letter for letter in kept if face_with(letter) or not is_picture(letter))
    line = " ".join(line.split())
    return line if all(map(face_with, line)) else ""
