"""Subscription lists as OPML 2.0 (http://opml.org/spec2.opml), which other feed readers write and read.

Read by expat as a stream and within limits: a list with a document type, which a bomb needs, is refused.
"""

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree as Tree
from xml.parsers import expat

from archive.errors import SubscriptionError
from archive.models import Feed

from .subscription import Subscription

MOST_BYTES = 5_000_000
MOST_DEPTH = 20
KINDS = {"rss": Feed.Kind.FEED, "atom": Feed.Kind.FEED, "": Feed.Kind.FEED}


def write_opml(subscriptions: Iterable[Subscription], title: str) -> bytes:
    """The list, an outline a feed within one an outlet; sorted by outlet."""
    root = Tree.Element("opml", version="2.0")
    Tree.SubElement(Tree.SubElement(root, "head"), "title").text = title
    body = Tree.SubElement(root, "body")
    for (name, homepage), feeds in groupby(subscriptions, key=lambda each: (each.outlet, each.homepage)):
        outlet = Tree.SubElement(body, "outline", {"text": name, "htmlUrl": homepage})
        for feed in feeds:
            Tree.SubElement(outlet, "outline", attributes(feed))
    Tree.indent(root)
    return Tree.tostring(root, encoding="utf-8", xml_declaration=True)


def attributes(feed: Subscription) -> dict[str, str]:
    """Of an outline; those that OPML does not know begin with ``archive``, a sitemap's type is its own."""
    kind = "rss" if feed.kind == Feed.Kind.FEED else feed.kind
    known = {"type": kind, "text": feed.outlet, "title": feed.outlet, "xmlUrl": feed.url}
    known |= {"htmlUrl": feed.homepage, "archiveCountry": feed.country, "language": feed.language}
    known["archivePaused"] = "" if feed.active else "true"
    return {name: value for name, value in known.items() if value}


def read_opml(content: bytes) -> list[Subscription]:
    """The feeds of a list, whatever they are grouped by; raises ``SubscriptionError`` where it is none."""
    return OpmlParser().parse(content)


class OpmlParser:
    def __init__(self) -> None:
        self.found: list[Subscription] = []
        self.outlines: list[dict[str, str]] = []
        self.depth = 0
        self.is_opml = False

    def parse(self, content: bytes) -> list[Subscription]:
        if len(content) > MOST_BYTES:
            raise SubscriptionError(f"The list is larger than {MOST_BYTES} bytes: split it.")
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise SubscriptionError(f"The list is no valid OPML ({error}): export it anew.") from error
        if not self.is_opml:
            raise SubscriptionError("The file is no OPML: choose a list that a feed reader has exported.")
        return self.found

    def start(self, name: str, given: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise SubscriptionError(f"The list is deeper than {MOST_DEPTH} levels: no reader writes that.")
        self.is_opml = self.is_opml or name == "opml"
        if name != "outline":
            return
        above = self.outlines[-1] if self.outlines else {}
        self.outlines.append(given)
        if given.get("xmlUrl"):
            self.found.append(subscription(given, above))

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == "outline":
            self.outlines.pop()


def refuse(*_) -> None:
    raise SubscriptionError("The list declares a document type, which no feed reader does: remove it.")


def subscription(given: dict[str, str], above: dict[str, str]) -> Subscription:
    """A feed by its outline; the one above tells of its outlet only where it has a homepage too."""
    kind = given.get("type", "").lower()
    outlet = above if above.get("htmlUrl") else given
    return Subscription(
        given["xmlUrl"],
        outlet.get("title") or outlet.get("text", ""),
        given.get("htmlUrl") or outlet.get("htmlUrl", ""),
        KINDS.get(kind, kind),
        given.get("archivePaused") != "true",
        given.get("archiveCountry", ""),
        given.get("language", ""),
    )
