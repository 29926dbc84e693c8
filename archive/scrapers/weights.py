"""How much of the article each element of a page holds, and so which element is its container."""

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from .blocks import Block

LONG_WORDS = 15
CONTAINED = 0.9  # the share of the article's text that its container must hold
TOO_MUCH = 0.2  # elements of a class that hold a larger share are not furniture, whatever their name

Signature = tuple[str, str]


class Weights:
    """The characters and the long paragraphs of these blocks, summed up the tree from each to the root."""

    def __init__(self, root: HtmlElement, blocks: Sequence[Block]) -> None:
        self.size = sum(len(block.text) for block in blocks)
        self.characters: Counter[HtmlElement] = Counter()
        self.paragraphs: Counter[HtmlElement] = Counter()
        for block in blocks:
            self.characters[block.element] += len(block.text)
            self.paragraphs[block.element] += len(block.text.split()) >= LONG_WORDS
        self.container = self.add_up(root)
        self.kinds, self.kind_paragraphs = by_kind(self.characters), by_kind(self.paragraphs)

    def add_up(self, root: HtmlElement) -> HtmlElement:
        """Adds what each element holds to its parent; the lowest element that holds nearly all of it."""
        container = root
        for element in reversed(list(root.iter())):
            held = self.characters[element]
            parent = element.getparent()
            if not held or parent is None or element is root:
                continue
            if container is root and held >= CONTAINED * self.size:
                container = element
            self.characters[parent] += held
            self.paragraphs[parent] += self.paragraphs[element]
        return container

    def share(self, element: HtmlElement) -> float:
        """Which share of the article this one element holds."""
        return self.characters[element] / self.size if self.size else 0.0

    def is_weighty(self, element: HtmlElement) -> bool:
        """Whether the elements of this one's tag and class hold a good part of the article."""
        return self.kinds[signature(element)] >= TOO_MUCH * self.size

    def long_paragraphs(self, element: HtmlElement) -> int:
        """The long paragraphs in the elements of this one's tag and class."""
        return self.kind_paragraphs[signature(element)]


def by_kind(counts: Counter[HtmlElement]) -> Counter[Signature]:
    kinds: Counter[Signature] = Counter()
    for element, count in counts.items():
        kinds[signature(element)] += count
    return kinds


def signature(element: HtmlElement) -> Signature:
    return str(element.tag), element.get("class") or ""
