"""The article on a page: what the extractors chose, less the furniture within it, plus what they left out of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement

from .base import Role
from .blocks import Block, blocks_of
from .errors import EmptyPageError
from .extractors import article_blocks, key_of
from .furniture import is_furniture, reads_as_furniture
from .roles import is_credit, is_standfirst, role_of

CORE_WORDS = 10
CORE_LINKED = 0.5
CONTAINED = 0.9  # the share of the article's text that its container must hold
TOO_MUCH = (
    0.2  # an element class that holds a larger share of the article is not furniture, whatever its name
)


@dataclass(frozen=True)
class Body:
    """The blocks of one page and which of them the extractors took for its article."""

    blocks: Sequence[Block]
    chosen: frozenset[int]

    @cached_property
    def core(self) -> list[int]:
        """The chosen blocks that are surely running text."""
        sure = [position for position in sorted(self.chosen) if is_running_text(self.blocks[position])]
        return sure or sorted(self.chosen)

    @cached_property
    def weights(self) -> Counter[HtmlElement]:
        """How many characters of the core each element holds."""
        weights: Counter[HtmlElement] = Counter()
        for block in self.core_blocks:
            for element in (block.element, *block.element.iterancestors()):
                weights[element] += len(block.text)
        return weights

    @property
    def core_blocks(self) -> Iterator[Block]:
        return (self.blocks[position] for position in self.core)

    @cached_property
    def size(self) -> int:
        return sum(len(block.text) for block in self.core_blocks)

    @cached_property
    def container(self) -> HtmlElement:
        """The lowest element that holds nearly all of the core."""
        heaviest = max(self.core_blocks, key=lambda block: self.weights[block.element]).element
        holders = (heaviest, *heaviest.iterancestors())
        return next(element for element in holders if self.weights[element] >= CONTAINED * self.size)

    @cached_property
    def class_weights(self) -> Counter[tuple[str, str]]:
        """The same for all elements of one tag and class together."""
        weights: Counter[tuple[str, str]] = Counter()
        for element, weight in self.weights.items():
            weights[signature(element)] += weight
        return weights

    @cached_property
    def signatures(self) -> frozenset[tuple[tuple[str, str], ...]]:
        """How the paragraphs of the core look in the page's markup."""
        return frozenset(looks(block) for block in self.core_blocks)

    def around(self, block: Block) -> list[HtmlElement]:
        """The block's element and those that hold it, inmost first, up to the container."""
        found = []
        for element in (block.element, *block.element.iterancestors()):
            if element is self.container or element.tag in ("body", "html"):
                break
            found.append(element)
        return found

    def within(self, block: Block) -> bool:
        return block.element is self.container or self.container in block.element.iterancestors()

    def parts(self, title: str) -> list[tuple[Role, str]]:
        """The article's blocks in reading order with their roles, without its title."""
        if not self.chosen:
            raise EmptyPageError("No article was found on the page.")
        first, last = self.core[0], self.core[-1]
        heading = self.heading(title, first)
        known = {key_of(title)}
        found: list[tuple[Role, str]] = []
        for position, block in enumerate(self.blocks):
            role = self.role_at(position, heading, first, last)
            key = key_of(block.text)
            if role and key not in known:
                found.append((role, block.text))
                known |= {key} if role in ("standfirst", "caption") else set()
        return found

    def heading(self, title: str, first: int) -> int:
        """The position of the article's title before its first paragraph; that of the paragraph if there is none."""
        key = key_of(title)
        titled = [position for position in range(first) if key_of(self.blocks[position].text) == key]
        ranked = [position for position in range(first) if self.blocks[position].element.tag == "h1"]
        return max(titled or ranked, default=first)

    def role_at(self, position: int, heading: int, first: int, last: int) -> Role | None:
        """The role of one block, or ``None`` if it is not of the article."""
        block = self.blocks[position]
        around = self.around(block)
        role = role_of(block, around)
        if self.is_unwanted(block, around, role):
            return None
        if heading < position < first and (is_standfirst(around) or block.element.tag == "h2"):
            return "standfirst"
        if position in self.chosen and (self.within(block) or is_running_text(block)):
            return role
        missed = first < position < last and looks(block) in self.signatures
        return role if missed else None

    def is_unwanted(self, block: Block, around: Sequence[HtmlElement], role: Role) -> bool:
        if reads_as_furniture(block):
            return True
        if role == "caption" and is_credit(block.text):
            return True
        return role not in ("pull_quote", "embed") and any(self.is_furniture(element) for element in around)

    def is_furniture(self, element: HtmlElement) -> bool:
        return self.class_weights[signature(element)] < TOO_MUCH * self.size and is_furniture(element)


def body_of(root: HtmlElement) -> Body:
    """The body of a pruned page; raises ``EmptyPageError`` where the page has no text at all."""
    page = root.find("body")
    blocks = blocks_of(page) if page is not None else []
    if not blocks:
        raise EmptyPageError("The page holds no text.")
    return Body(blocks, article_blocks(root, blocks))


def is_running_text(block: Block) -> bool:
    return block.linked < CORE_LINKED and len(block.text.split()) >= CORE_WORDS


def signature(element: HtmlElement) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def looks(block: Block) -> tuple[tuple[str, str], ...]:
    """Tag and class of a block's element and of the one around it."""
    parent = block.element.getparent()
    return (signature(block.element), signature(parent) if parent is not None else ("", ""))
