"""Heads of made-up pages."""

import json

from archive.scrapers.metadata import Head
from archive.scrapers.tree import tree_of


def head(markup: str = "", body: str = "", url: str = "") -> Head:
    return Head(tree_of(f"<html><head>{markup}</head><body>{body}<p>Words</p></body></html>"), url)


def meta(name: str, content: object) -> str:
    return f'<meta name="{name}" content="{content}">'


def linked(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def news(**properties: object) -> str:
    return linked({"@type": "NewsArticle", "headline": "Harbour to stay open", **properties})
