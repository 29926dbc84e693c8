"""What part of the article a block is, told by the elements around it."""

import re
from collections.abc import Callable, Iterable, Sequence

from lxml.html import HtmlElement

from .base import Role
from .blocks import Block
from .furniture import names_of

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PULLED = frozenset(("pullquote", "pullquotes", "pq"))
EMBEDDED = frozenset(
    ("tweet", "twitter", "instagram", "tiktok", "bluesky", "facebook", "threads", "mastodon", "reddit")
)
FIGURES = frozenset(("figure", "figcaption", "picture"))
CAPTIONS = frozenset(("caption", "captions", "figcaption", "credit", "credits"))
PICTURES = frozenset(("image", "photo", "picture", "figure", "img", "media", "gallery"))
STANDFIRSTS = frozenset(
    [
        "standfirst",
        "subtitle",
        "subheadline",
        "subhead",
        "subheading",
        "dek",
        "deck",
        "summary",
        "lede",
        "lead",
        "intro",
        "introduction",
        "description",
        "excerpt",
        "abstract",
        "synopsis",
        "strapline",
        "tagline",
        "teaser",
        "blurb",
        "sapo",
        "bullets",
        "highlights",
    ]
)
CREDIT = re.compile(
    r"\(?(?:(?:file |stock )?(?:image|photo|picture|photograph|credit|source|video|graphic|illustration)s?"
    r"(?: credits?)?(?: ?[:/|] ?| by | courtesy )|[^.]{0,60}\bgetty\b|via getty)",
    re.IGNORECASE,
)
MOST_TITLE_WORDS = 14
MOSTLY = 0.95


def role_of(block: Block, around: Sequence[HtmlElement]) -> Role:
    """The role of ``block``; ``around`` are its element and the elements that hold it, inmost first."""
    for role, holds in BOXES.items():
        if any(holds(element) for element in around):
            return role
    if block.element.tag in HEADINGS:
        return "question" if asks(block) else "subheading"
    return role_of_bold(block) if block.bold > MOSTLY else "body"


def is_pull_quote(element: HtmlElement) -> bool:
    names = set(names_of(element))
    return not PULLED.isdisjoint(names) or {"pull", "quote"} <= names


def is_embed(element: HtmlElement) -> bool:
    names = set(names_of(element))
    return (element.tag == "blockquote" or "embed" in names) and not EMBEDDED.isdisjoint(names)


def is_block_quote(element: HtmlElement) -> bool:
    return element.tag == "blockquote"


def is_caption(element: HtmlElement) -> bool:
    return element.tag in FIGURES or not CAPTIONS.isdisjoint(names_of(element)) or is_picture_box(element)


def is_picture_box(element: HtmlElement) -> bool:
    """Whether this element is named after a picture and holds one."""
    return not PICTURES.isdisjoint(names_of(element)) and element.find(".//img") is not None


def is_list_item(element: HtmlElement) -> bool:
    return element.tag == "li"


# In the order of precedence: a pull quote is often a figure with a block quote in it.
BOXES: dict[Role, Callable[[HtmlElement], bool]] = {
    "pull_quote": is_pull_quote,
    "embed": is_embed,
    "block_quote": is_block_quote,
    "caption": is_caption,
    "list": is_list_item,
}


def role_of_bold(block: Block) -> Role:
    if asks(block):
        return "question"
    short = len(block.text.split()) <= MOST_TITLE_WORDS
    return "subheading" if short and not block.text.endswith((".", "!", ":", "”", '"', ",")) else "body"


def asks(block: Block) -> bool:
    return block.text.endswith("?") or block.text.startswith(("Q:", "Q."))


def is_credit(text: str) -> bool:
    """Whether a caption names only who made the picture."""
    return len(text.split()) <= MOST_TITLE_WORDS and CREDIT.match(text) is not None


def is_standfirst(around: Iterable[HtmlElement]) -> bool:
    """Whether a block before the first paragraph is named as the article's summary."""
    return any(not STANDFIRSTS.isdisjoint(names_of(element)) for element in around)
