"""The article on a page: what the extractors chose, less the furniture in it, plus what they left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from lxml.html import HtmlElement

from .base import Role
from .blocks import Block, blocks_of
from .errors import EmptyPageError
from .extractors import article_blocks
from .furniture import FEW_PARAGRAPHS, asks_consent, is_furniture, reads_as_furniture
from .metadata import is_signature
from .roles import is_credit, is_standfirst, role_of
from .weights import Signature, Weights, signature
from .words import key_of

Part = tuple[Role, str]

CORE_WORDS = 10
CORE_LINKED = 0.5
REPEATED_WORDS = 5
LEADING = ("standfirst", "subheading", "caption")
HEADED = 3  # how soon the text must follow that a heading heads
MOST_OF_IT = 0.5
MOST_AROUND = 40  # levels between a block and the article's container


@dataclass(frozen=True)
class Body:
    """The blocks of one page, those that were chosen as its article, and flags for its curators."""

    root: HtmlElement
    blocks: Sequence[Block]
    chosen: frozenset[int]
    flags: tuple[str, ...] = ()

    @cached_property
    def core(self) -> list[int]:
        """The chosen blocks that are surely running text."""
        sure = [position for position in sorted(self.chosen) if is_running_text(self.blocks[position])]
        return sure or sorted(self.chosen)

    @cached_property
    def weights(self) -> Weights:
        """How much of the core each element holds."""
        return Weights(self.root, self.core_blocks)

    @cached_property
    def core_blocks(self) -> list[Block]:
        return [self.blocks[position] for position in self.core]

    @cached_property
    def inside(self) -> frozenset[HtmlElement]:
        """All elements of the container."""
        return frozenset(self.weights.container.iter())

    @cached_property
    def signatures(self) -> frozenset[tuple[Signature, Signature]]:
        """How the paragraphs of the core look in the page's markup."""
        return frozenset(looks(block) for block in self.core_blocks)

    def around(self, block: Block) -> list[HtmlElement]:
        """The block's element and those that hold it, inmost first, up to the container."""
        found = []
        for element in islice((block.element, *block.element.iterancestors()), MOST_AROUND):
            if element is self.weights.container or element is self.root:
                break
            found.append(element)
        return found

    def within(self, block: Block) -> bool:
        return block.element in self.inside

    def parts(self, title: str) -> list[Part]:
        """The article's blocks in reading order with their roles, without its title; perhaps none."""
        if not self.chosen:
            return []
        seen = Seen(title)
        roles = self.roles(self.heading(title))
        return asked(led_in([(role, text) for role, text in roles if not seen.before(role, text)]))

    def roles(self, heading: int) -> Iterator[Part]:
        for position, block in enumerate(self.blocks):
            near = heading < position <= self.core[-1] or position in self.chosen
            if near and (role := self.role_at(position, heading)):
                yield role, block.text

    def heading(self, title: str) -> int:
        """The position of the title before the first paragraph; that of the paragraph if there is none."""
        key = key_of(title)
        titled = [position for position in range(self.first) if key_of(self.blocks[position].text) == key]
        ranked = [position for position in range(self.first) if self.blocks[position].element.tag == "h1"]
        return max(titled or ranked, default=self.first)

    @property
    def first(self) -> int:
        return self.core[0]

    def role_at(self, position: int, heading: int) -> Role | None:
        """The role of one block, or ``None`` if it is not of the article."""
        block = self.blocks[position]
        around = self.around(block)
        role = role_of(block, around)
        if self.is_unwanted(block, around, role):
            return None
        if heading < position <= self.first and is_standfirst(block, self.holding_few(around), role):
            return role if role == "list" else "standfirst"
        return role if self.is_chosen(position) or self.is_missed(position, role) else None

    def holding_few(self, around: Sequence[HtmlElement]) -> list[HtmlElement]:
        """Those of these elements whose like hold less than two long paragraphs of the article."""
        return [each for each in around if self.weights.long_paragraphs(each) < FEW_PARAGRAPHS]

    def is_chosen(self, position: int) -> bool:
        block = self.blocks[position]
        return position in self.chosen and (self.within(block) or is_running_text(block))

    def is_missed(self, position: int, role: Role) -> bool:
        """Whether the extractors left out a paragraph between others, a heading, or a quote set apart."""
        block = self.blocks[position]
        if not self.first < position < self.core[-1]:
            return False
        if looks(block) in self.signatures:
            return True
        if block.linked > CORE_LINKED:
            return False
        if role in ("pull_quote", "block_quote"):
            return True
        followed = not self.chosen.isdisjoint(range(position + 1, position + 1 + HEADED))
        return role == "subheading" and followed and self.within(block)

    def is_unwanted(self, block: Block, around: Sequence[HtmlElement], role: Role) -> bool:
        if reads_as_furniture(block) or is_signature(block.text):
            return True
        if role == "caption" and is_credit(block.text):
            return True
        return role not in ("pull_quote", "embed") and any(self.is_furniture(element) for element in around)

    def is_furniture(self, element: HtmlElement) -> bool:
        weights = self.weights
        if asks_consent(element):
            return weights.share(element) < MOST_OF_IT
        return not weights.is_weighty(element) and is_furniture(element, weights.long_paragraphs(element))


def led_in(parts: list[Part]) -> list[Part]:
    """The same parts; a sentence printed as a heading before the first paragraph is the standfirst."""
    start = next((position for position, (role, _) in enumerate(parts) if role not in LEADING), 0)
    return [
        ("standfirst", text) if role == "subheading" and len(text.split()) >= CORE_WORDS else (role, text)
        for role, text in parts[:start]
    ] + parts[start:]


def asked(parts: list[Part]) -> list[Part]:
    """The same parts; where one heading is an interviewer's question, all headings that ask are."""
    if not any(role == "question" for role, _ in parts):
        return parts
    return [
        ("question", text) if role == "subheading" and text.endswith("?") else (role, text)
        for role, text in parts
    ]


class Seen:
    """What was already printed: the title, captions, and whole paragraphs, which some pages hold twice."""

    def __init__(self, title: str) -> None:
        self.keys = {key_of(title)}
        self.captions: list[str] = []

    def before(self, role: Role, text: str) -> bool:
        """Whether a block of this role repeats what stood before; remembers it."""
        key = key_of(text)
        long = key.count(" ") >= REPEATED_WORDS
        if key in self.keys or (long and any(key in caption for caption in self.captions)):
            return True
        if role == "caption":
            self.captions.append(key)
        elif long and role != "pull_quote":
            self.keys.add(key)
        return False


def body_of(root: HtmlElement) -> Body:
    """The body of a pruned page as the extractors see it; raises ``EmptyPageError`` if it has no text."""
    page, blocks = page_of(root)
    return Body(page, blocks, article_blocks(root, blocks))


def body_within(root: HtmlElement, holders: Iterable[HtmlElement]) -> Body | None:
    """The body that stands in these elements of a pruned page, or ``None`` if they hold no text."""
    page, blocks = page_of(root)
    inside = {element for holder in holders for element in holder.iter()}
    chosen = frozenset(position for position, block in enumerate(blocks) if block.element in inside)
    return Body(page, blocks, chosen) if chosen else None


def page_of(root: HtmlElement) -> tuple[HtmlElement, list[Block]]:
    page = root.find("body")
    blocks = blocks_of(page) if page is not None else []
    if not blocks:
        raise EmptyPageError("The page holds no text.")
    return page, blocks


def is_running_text(block: Block) -> bool:
    return block.linked < CORE_LINKED and len(block.text.split()) >= CORE_WORDS


def looks(block: Block) -> tuple[Signature, Signature]:
    """Tag and class of a block's element and of the one around it."""
    parent = block.element.getparent()
    return (signature(block.element), signature(parent) if parent is not None else ("", ""))
