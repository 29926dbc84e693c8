"""The head of a page skeleton: the same statements to machines as the page makes, of another article."""

import json
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from archive.scrapers.metadata import Head

from .skeleton import AUTHOR, MOMENT, TITLE

SECTION = "A section"
TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
MOMENTS = (
    "article:published_time",
    "article:modified_time",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "pubdate",
    "date",
    "dc.date",
)
SECTIONS = ("article:section", "og:section", "parsely-section")
FACTS = ("og:site_name", "application-name", "og:locale")  # of the publication, not of the article
OURS = {
    **dict.fromkeys(TITLES, TITLE),
    **dict.fromkeys(AUTHORS, AUTHOR),
    **dict.fromkeys(MOMENTS, MOMENT),
    **dict.fromkeys(SECTIONS, SECTION),
}
LINKED = {"headline": TITLE, "datePublished": MOMENT, "dateModified": MOMENT, "articleSection": SECTION}


def head_of(head: Head) -> HtmlElement:
    """A head of which our readers find as much as of this one."""
    made = etree.Element("head")
    etree.SubElement(made, "meta", {"charset": "utf-8"})
    site = head.outlet
    etree.SubElement(made, "title").text = f"{TITLE} | {site}" if site else TITLE
    for name, content in {**OURS, **{fact: head.first(fact) for fact in FACTS}}.items():
        if head.first(name):
            key = "property" if name.startswith(("og:", "article:")) else "name"
            etree.SubElement(made, "meta", {key: name, "content": content})
    if node := linked_node(head):
        etree.SubElement(made, "script", {"type": "application/ld+json"}).text = json.dumps(node)
    return made


def linked_node(head: Head) -> dict[str, Any]:
    """The article's JSON-LD with the same properties, as far as they are read."""
    article = head.linked.article
    node: dict[str, Any] = {name: value for name, value in LINKED.items() if article.get(name)}
    if article.get("author"):
        node["author"] = {"@type": "Person", "name": AUTHOR} if head.linked.names("author") else AUTHOR
    if names := head.linked.names("publisher"):
        node["publisher"] = {"@type": "Organization", "name": names[0]}
    return {"@context": "https://schema.org", "@type": article.get("@type"), **node} if node else {}
