"""What part of the article a block is, told by the elements around it."""

import re
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from .base import Role
from .blocks import Block, brief_text
from .furniture import names_of
from .words import word_list

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
PULLED = frozenset(("pullquote", "pullquotes", "pulledquote", "blockpullquote", "pq"))
EMBEDDED = frozenset(
    ("tweet", "twitter", "instagram", "tiktok", "bluesky", "facebook", "threads", "mastodon", "reddit")
)
FIGURES = frozenset(("figure", "figcaption", "picture"))
CAPTIONS = frozenset(("caption", "captions", "figcaption", "credit", "credits"))
PICTURES = ("image", "photo", "picture", "img")
LONGEST_CAPTION = 500
FEWEST_CAPTION_WORDS = 3
STANDFIRSTS = word_list(
    """
    standfirst subtitle subheadline subhead subheading dek deck summary lede lead intro introduction
    description excerpt abstract synopsis strapline tagline blurb sapo bullets highlights
    """
)
# "You" in the languages whose words the scrapers know.
ADDRESSED = re.compile(
    r"\b(?:you|your|yours|sie|ihr|ihre|ihnen|du|vous|votre|vos|usted|ustedes|tú|lei|voi|suo|sua)\b",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\(?(?:(?:file |stock )?(?:image|photo|picture|photograph|credit|source|video|graphic|illustration)s?"
    r"(?: credits?)?(?: ?[:/|] ?| by | courtesy )|.{0,60}\bgetty\b|via getty)",
    re.IGNORECASE,
)
MOST_TITLE_WORDS = 14
FEWEST_STANDFIRST_WORDS = 5
MOSTLY = 0.95
HEADING_DEPTH = 2  # a heading may hold its text in one more element


def role_of(block: Block, around: Sequence[HtmlElement]) -> Role:
    """The role of ``block``; ``around`` are its element and the elements that hold it, inmost first."""
    for role, holds in BOXES.items():
        if any(holds(element) for element in around):
            return role
    if is_heading(around):
        return "question" if asks(block.text) else "subheading"
    return role_of_bold(block.text) if block.bold > MOSTLY else "body"


def is_heading(around: Sequence[HtmlElement]) -> bool:
    return any(element.tag in HEADINGS for element in around[:HEADING_DEPTH])


def is_pull_quote(element: HtmlElement) -> bool:
    return not PULLED.isdisjoint(names_of(element))


def is_embed(element: HtmlElement) -> bool:
    names = names_of(element)
    return (element.tag == "blockquote" or "embed" in names) and not EMBEDDED.isdisjoint(names)


def is_block_quote(element: HtmlElement) -> bool:
    return str(element.tag) == "blockquote"


def is_caption(element: HtmlElement) -> bool:
    return element.tag in FIGURES or not CAPTIONS.isdisjoint(names_of(element)) or is_picture_box(element)


def is_picture_box(element: HtmlElement) -> bool:
    """Whether this element is named after a picture, holds one, and has no more text than a caption."""
    named = any(name.startswith(PICTURES) for name in names_of(element))
    return named and brief_text(element, LONGEST_CAPTION) != "" and element.find(".//img") is not None


def is_list_item(element: HtmlElement) -> bool:
    return str(element.tag) == "li"


# In the order of precedence: a pull quote is often a figure with a block quote in it.
BOXES: dict[Role, Callable[[HtmlElement], bool]] = {
    "pull_quote": is_pull_quote,
    "embed": is_embed,
    "block_quote": is_block_quote,
    "caption": is_caption,
    "list": is_list_item,
}


def role_of_bold(text: str) -> Role:
    if asks(text):
        return "question"
    if text.endswith("?"):  # of any length: among other questions it is one of them
        return "subheading"
    short = len(text.split()) <= MOST_TITLE_WORDS
    return "subheading" if short and not text.endswith((".", "!", ":", "”", '"', ",")) else "body"


def asks(text: str) -> bool:
    """Whether this is an interviewer's question: marked so, or put to somebody."""
    return text.startswith(("Q:", "Q.")) or (text.endswith("?") and ADDRESSED.search(text) is not None)


def is_credit(text: str) -> bool:
    """Whether a caption names only who made the picture."""
    words = len(text.split())
    if words < FEWEST_CAPTION_WORDS or (text.startswith("(") and text.endswith(")")):
        return True
    return words <= MOST_TITLE_WORDS and CREDIT.match(text) is not None


def is_standfirst(block: Block, around: Sequence[HtmlElement], role: Role) -> bool:
    """Whether a block between title and first paragraph is the article's summary."""
    if role == "caption" or len(block.text.split()) < FEWEST_STANDFIRST_WORDS:
        return False
    return block.element.tag == "h2" or any(
        not STANDFIRSTS.isdisjoint(names_of(element)) for element in around
    )
