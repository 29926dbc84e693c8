"""The structure of a page without a word of it: the elements that matter, filled with sentences of ours."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml import html
from lxml.html import HtmlElement

from archive.scrapers.blocks import INLINE, brief_text
from archive.scrapers.weights import signature

TITLE = "The clock on the market square runs again"
AUTHOR = "Ada Example"
MOMENT = "2026-01-02T03:04:05+00:00"
LABEL = "A label"
SENTENCES = (
    "The clock on the market square has struck again since Monday, for the first time in eleven years.",
    "“We had got used to asking each other the time,” said Edda Roth, who sells flowers below the tower.",
    "The works were taken apart in the spring, cleaned in a barn, and carried up ninety-one steps.",
    "Half of the money came from a collection, and the other half from the sale of the old hands.",
    "“It is two minutes fast, and it shall stay so,” Roth said, because nobody should miss the bus.",
    "The town has set aside a small sum for every year, so that the clock is oiled before each winter.",
)
KEPT_ATTRIBUTES = ("id", "class", "itemprop", "rel", "role", "data-component", "data-testid")
MOST_ALIKE = 6  # siblings of one tag and class within the container that are kept
LONG = 60  # characters of a paragraph rather than of a label
MOST_LEVELS = 100
TAG = re.compile(r"[a-z][a-z0-9-]*")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # which lxml reads, but does not write


@dataclass(frozen=True)
class Landmarks:
    """The elements of a page that its skeleton keeps: the article's container, title, authors and dates."""

    container: HtmlElement
    titles: Sequence[HtmlElement] = ()
    authors: Sequence[HtmlElement] = ()
    dates: Sequence[HtmlElement] = ()


@dataclass
class Skeleton:
    """One copy of a page's body: of the landmarks, of what holds them, and of what the container holds."""

    marks: Landmarks
    sentences: Iterator[str] = field(default_factory=lambda: iter(SENTENCES))

    def body(self, page: HtmlElement) -> HtmlElement:
        """The copy of ``page``, which is the body or holds all landmarks."""
        copy = self.copied(page, within=page is self.marks.container, level=0)
        for element in reversed(list(copy.iter())):
            if element.getparent() is not None and not len(element) and not element.text:
                element.drop_tree()
        return copy

    def copied(self, element: HtmlElement, *, within: bool, level: int) -> HtmlElement:
        copy = html.Element(tag_of(element), self.attributes(element))
        if words := self.own_words(element, within=within):
            copy.text = words
            return copy
        alike: Counter[tuple[str, str]] = Counter()
        for child in element:
            inside = within or child is self.marks.container
            alike[signature(child)] += 1
            is_one_of_few = inside and alike[signature(child)] <= MOST_ALIKE
            if level < MOST_LEVELS and (is_one_of_few or child in self.way):
                copy.append(self.copied(child, within=inside, level=level + 1))
        return copy

    @cached_property
    def way(self) -> set[HtmlElement]:
        """All landmarks and what holds them."""
        marks = self.marks
        ends = (marks.container, *marks.titles, *marks.authors, *marks.dates)
        return {each for end in ends for each in (end, *end.iterancestors())}

    def attributes(self, element: HtmlElement) -> dict[str, str]:
        kept = {name: CONTROL.sub("", value) for name in KEPT_ATTRIBUTES if (value := element.get(name))}
        if element.get("href"):
            kept["href"] = "#"
        if element.get("datetime"):
            kept["datetime"] = MOMENT
        return kept

    def own_words(self, element: HtmlElement, *, within: bool) -> str:
        """What stands in an element that holds text rather than other blocks; nothing for the others."""
        for elements, words in (
            (self.marks.titles, TITLE),
            (self.marks.authors, AUTHOR),
            (self.marks.dates, MOMENT),
        ):
            if element in elements:
                return words
        if not within or not holds_text(element):
            return ""
        return LABEL if brief_text(element, LONG) else next(self.sentences, "")


def tag_of(element: HtmlElement) -> str:
    """Its name, where it is one: lxml reads names from broken pages under which it makes no element."""
    tag = str(element.tag)
    return tag if TAG.fullmatch(tag) else "div"


def holds_text(element: HtmlElement) -> bool:
    """Whether it is a paragraph or the like: words, and no block among its children."""
    is_leaf = all(child.tag in INLINE or child.tag == "br" for child in element.iterdescendants())
    return is_leaf and any(piece.strip() for piece in element.itertext())
