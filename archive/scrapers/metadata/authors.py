"""Who wrote an article: names alone, without "By" and without what they are."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from archive.scrapers.blocks import blocks_of, brief_text, normalised
from archive.scrapers.words import word_list

from .dates import is_date
from .head import Head, is_handle

METAS = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "cxenseparse:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "dc.contributor",
    "citation_author",
    "twitter:creator:name",
)
BY = re.compile(
    r"^\W{0,3}(?:(?:written|reported|posted|published|story|words|text|analysis|opinion|review|reporting)\s+)?"
    r"(?:by|von|par|por|di)\b[:\s]+",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*(?:[,;|/•·]|\band\b|\bund\b|\bwith\b|&(?!\w+;)|\n)\s*", re.IGNORECASE)
PLACE = re.compile(r"\s+(?:in|at|for|of|updated?|published|posted)\s.{0,40}$", re.IGNORECASE)
BRACKETED = re.compile(r"\s*[(\[<][^)\]>]{0,80}[)\]>]")
JOBS = word_list(
    """
    reporter reporters editor editors correspondent correspondents writer journalist columnist contributor
    contributors producer staff author freelance fellow chief senior deputy assistant bureau desk team
    member intern photographer analyst critic presenter host anchor professor director specialist multimedia
    digital online
    """
)
NOT_NAMES = re.compile(
    r"https?:|www\.|@|[?!%$#]|\d|^(?:by|admin|administrator|guest|unknown|none|null|undefined|anonymous|n/a|view|see|follow|"
    r"more|share|comments?|posted|updated|published|author|authors|editor|user|webmaster|agencies|agency|wires|default|name)$",
    re.IGNORECASE,
)
SENTENCE_ENDS = (".", "!", "?", ":", "”", '"')
LONGEST_NAME = 60
MOST_NAME_WORDS = 6
MOST_AUTHORS = 20
BYLINES = (
    "//*[@rel='author']",
    "//*[@itemprop='author']//*[@itemprop='name']",
    "//*[@itemprop='author']",
    "//a[contains(@class, 'uthor')]",
    "//*[contains(@class, 'uthor') and contains(@class, 'ame')]",
    "//*[contains(@class, 'yline')]",
    "//*[contains(@class, 'uthor')]",
    "//*[contains(@class, 'writer') or contains(@class, 'reporter')]",
)
SIGNED = ("p", "div", "span", "address", "h2", "h3", "h4", "h5", "em", "b", "strong")
LONGEST_BYLINE = 200
NEAR = 6
MOST_SIGNATURE_WORDS = 12
MOST_BYLINES = 200  # looked at in each place
ELSEWHERE = re.compile(r"comment|related|recirc|recommend|sidebar|footer|card|teaser|promo", re.IGNORECASE)


def authors_of(head: Head) -> tuple[str, ...]:
    """The names of an article's authors, in the page's order.

    The first source that names a person or agency: JSON-LD, meta elements, the byline. The outlet itself
    counts as author only if no source names anybody else.
    """
    outlet = {head.outlet.lower(), *(name.lower() for name in head.linked.names("publisher"))}
    fallback: tuple[str, ...] = ()
    for written in sources(head):
        names = tuple(dict.fromkeys(name for text in written for name in names_in(text)))[:MOST_AUTHORS]
        if any(name.lower() not in outlet for name in names):
            return names
        fallback = fallback or names
    return fallback


def sources(head: Head) -> Iterator[list[str]]:
    yield head.linked.names("author") or head.linked.names("creator")
    for name in METAS:
        yield [text for text in head.all(name) if not is_slug(text)]
    for path in BYLINES:
        yield bylines(head.root.xpath(path))
    yield bylines(element for element in head.root.iter(*SIGNED) if starts_by(element))


def starts_by(element: HtmlElement) -> bool:
    return BY.match(f"{(element.text or '').strip()} ") is not None


def bylines(elements: Iterable[HtmlElement]) -> list[str]:
    """The texts of byline elements of this article; those of the first that has one and its siblings."""
    own = (element for element in islice(elements, MOST_BYLINES) if not is_elsewhere(element))
    texts = [(element.getparent(), text) for element in own if (text := byline(element))]
    return [text for parent, text in texts if parent is texts[0][0]]


def byline(element: HtmlElement) -> str:
    """The first block of text in an element that names somebody; ``""`` if it is longer than a byline."""
    if not brief_text(element, LONGEST_BYLINE):
        return ""
    return next((block.text for block in blocks_of(element) if [*names_in(block.text)]), "")


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element near above this one is named after other articles or comments."""
    return any(
        ELSEWHERE.search(f"{each.get('class') or ''} {each.get('id') or ''}"[:LONGEST_BYLINE])
        for each in islice((element, *element.iterancestors()), NEAR)
    )


def is_slug(text: str) -> bool:
    return is_handle(text) and "-" in text


def names_in(written: str) -> Iterator[str]:
    """The names in a byline: "By Ann Lee and Bo Li, Staff Writers" -> Ann Lee, Bo Li."""
    text = BY.sub("", BRACKETED.sub("", normalised(written)))
    for part in BETWEEN.split(text):
        name = PLACE.sub("", BY.sub("", part)).strip(" .:-–—\"'")
        if is_name(name):
            yield name


def is_name(name: str) -> bool:
    words = name.split()
    if not words or len(name) > LONGEST_NAME or len(words) > MOST_NAME_WORDS or NOT_NAMES.search(name):
        return False
    if not JOBS.isdisjoint(word.lower() for word in words):
        return False
    return any(word[0].isupper() or not word[0].isascii() for word in words)


def is_signature(text: str) -> bool:
    """Whether a block of text is only a byline ("By Ann Lee, News Editor") or only a date."""
    words = len(text.split())
    if words > MOST_SIGNATURE_WORDS:
        return False
    return is_date(text) or bool(BY.match(text) and not text.endswith(SENTENCE_ENDS) and [*names_in(text)])
