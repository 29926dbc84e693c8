"""The JSON-LD of a page: the node that describes its article, and what its properties hold."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml.html import HtmlElement

Node = dict[str, Any]

ARTICLES = (
    "Article",
    "BlogPosting",
    "Report",
)  # endings: NewsArticle, ReportageNewsArticle, LiveBlogPosting, ...
PAGES = ("WebPage", "ItemPage", "AboutPage")
MAX_NODES = 5_000
TRAILING = ";\n\r\t "


@dataclass(frozen=True)
class LinkedData:
    """All JSON-LD nodes of one page in their order, nested ones after the one that holds them."""

    nodes: tuple[Node, ...]

    @cached_property
    def article(self) -> Node:
        """The node of the article, else of the page, else an empty one."""
        articles = [node for node in self.nodes if is_type(node, ARTICLES)]
        pages = [node for node in self.nodes if is_type(node, PAGES)]
        headed = [node for node in articles if node.get("headline")]
        return next(iter([*headed, *articles, *pages]), {})

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """The fullest node of each identifier."""
        found: dict[str, Node] = {}
        for node in self.nodes:
            name = node.get("@id")
            if isinstance(name, str) and len(node) > len(found.get(name, {})):
                found[name] = node
        return found

    def resolved(self, value: object) -> list[object]:
        """The values of a property as a list, references replaced by the node that they name."""
        values = value if isinstance(value, list) else [value]
        return [self.by_id.get(reference_of(each), each) for each in values]

    def text(self, name: str) -> str:
        """The first text that a property of the article holds, or ``""``."""
        return next(iter(texts(self.article.get(name))), "")

    def names(self, name: str) -> list[str]:
        """The names of the persons or organisations that a property of the article holds."""
        values = self.resolved(self.article.get(name))
        return [
            text
            for value in values
            for text in texts(value.get("name") if isinstance(value, dict) else value)
        ]


def linked_data_of(root: HtmlElement) -> LinkedData:
    """The JSON-LD of a page before pruning; what cannot be read as JSON is passed over."""
    scripts = root.xpath("//script[starts-with(@type, 'application/ld+json')]")
    return LinkedData(tuple(node for script in scripts for node in nodes_of(script.text or "")))


def nodes_of(written: str) -> Iterator[Node]:
    """The nodes in one script, however deep, in the order of the page."""
    try:
        waiting = [json.loads(written.strip(TRAILING), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting[:0] = [each for each in value.values() if isinstance(each, dict | list)]
        elif isinstance(value, list):
            waiting[:0] = value


def is_type(node: Node, endings: tuple[str, ...]) -> bool:
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(endings) for name in named)


def reference_of(value: object) -> str:
    """The identifier in a node that is nothing more than one, else ``""``."""
    if not isinstance(value, dict) or "name" in value:
        return ""
    name = value.get("@id")
    return name if isinstance(name, str) else ""


def texts(value: object) -> list[str]:
    """The text in a value or in a list of values, entities resolved, without lone surrogates."""
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return []
    written = html.unescape(str(value)).encode("utf-8", "ignore").decode()
    return [" ".join(written.split())] if written.strip() else []
