"""A scraper of one publisher: a few selectors that know its pages better than any general rule."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import ClassVar

from cssselect import HTMLTranslator
from lxml.html import HtmlElement

from .blocks import blocks_of, normalised
from .body import Body, body_of, body_within
from .generic import Generic
from .metadata import Facts, Head, first_plausible, names_in


class Publisher(Generic):
    """Subclasses say where an article's parts stand, in CSS; what is ``""`` is found as on any page.

    ``hosts`` are host names, each with all below it. ``until`` is the last day on which pages looked
    like this: when a layout changes, the old class gets its day and stays beside the new one, so that
    old captures are read as they were. ``body`` selects the elements that hold the article, ``drop`` what
    is none of it. Where ``body`` selects nothing, the page is read as any page and flagged "layout-changed".
    """

    name: str
    version: str = "1"
    hosts: ClassVar[tuple[str, ...]] = ()
    until: ClassVar[date | None] = None
    body_css: ClassVar[str] = ""
    drop_css: ClassVar[str] = ""
    title_css: ClassVar[str] = ""
    authors_css: ClassVar[str] = ""
    published_css: ClassVar[str] = ""

    @classmethod
    def serves(cls, host: str) -> bool:
        return any(host == own or host.endswith(f".{own}") for own in cls.hosts)

    def facts(self, head: Head) -> Facts:
        facts = super().facts(head)
        title = next((normalised(each.text_content()) for each in selected(head.root, self.title_css)), "")
        return replace(
            facts,
            title=title or facts.title,
            authors=names_of(selected(head.root, self.authors_css)) or facts.authors,
            published=first_plausible(map(written_date, selected(head.root, self.published_css)))
            or facts.published,
        )

    def body(self, root: HtmlElement) -> Body:
        for element in selected(root, self.drop_css):
            element.drop_tree()
        if not self.body_css:
            return body_of(root)
        own = body_within(root, selected(root, self.body_css))
        return own or replace(body_of(root), flags=("layout-changed",))


def selected(root: HtmlElement, css: str) -> list[HtmlElement]:
    """The elements that a selector finds, in the order of the page."""
    return list(root.xpath(xpath_of(css))) if css else []


@cache
def xpath_of(css: str) -> str:
    return HTMLTranslator().css_to_xpath(css)


def names_of(elements: Iterable[HtmlElement]) -> tuple[str, ...]:
    texts = (block.text for element in elements for block in blocks_of(element))
    return tuple(dict.fromkeys(name for text in texts for name in names_in(text)))


def written_date(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or normalised(element.text_content())
