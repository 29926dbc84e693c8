"""The three files of a new scraper, as far as one page of the publisher tells."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from archive.scrapers.base import Page, Parsed
from archive.scrapers.blocks import brief_text
from archive.scrapers.body import Body, body_of
from archive.scrapers.encoding import decode
from archive.scrapers.errors import UnreadableError
from archive.scrapers.metadata import Facts, Head, facts_of
from archive.scrapers.publisher import Publisher, selected
from archive.scrapers.suspicion import refuse_foreign, refuse_overload
from archive.scrapers.tree import prune, tree_of

from .head import head_of
from .selectors import selector_of
from .skeleton import Landmarks, Skeleton

SECOND_LEVEL = frozenset(("co", "com", "org", "net", "gov", "ac", "edu"))
MOST_DROPPED = 6
LONGEST_NAME = 200
MOST_CHARACTERS = 2000  # of a part of the page that is no article
MODULE = '''"""{title}."""

from archive.scrapers.publisher import Publisher


class {class_name}(Publisher):
    name = "{name}"
    hosts = ("{host}",)
{selectors}'''


@dataclass(frozen=True, slots=True)
class Names:
    """What a host's scraper is called: ``the_post``, ``ThePost`` and ``the-post``."""

    module: str
    class_name: str
    name: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The texts of module, page and expectation; ``css`` are the selectors found, by attribute."""

    names: Names
    css: dict[str, str]
    module: str
    page: str
    expectation: str


def names_for(host: str) -> Names:
    """After the part of the host that names the publisher: of ``news.the-post.co.uk`` ``the-post``."""
    parts = host.lower().split(":")[0].split(".")[:-1] or [host]
    if len(parts) > 1 and parts[-1] in SECOND_LEVEL:
        parts.pop()
    words = ["".join(filter(str.isalnum, word)) for word in parts[-1].replace("_", "-").split("-")]
    words = [word for word in words if word] or ["site"]
    if words[0][0].isdigit():
        words.insert(0, "site")
    return Names("_".join(words), "".join(word.capitalize() for word in words), "-".join(words))


def draft_of(host: str, page: Page, today: str) -> Draft:
    """A scraper for the host as this page of it suggests; ``today`` is an ISO 8601 date.

    What nothing suggests is left to be filled in. Raises ``UnreadableError`` where it is no web page.
    """
    refuse_foreign(page.content, page.headers)
    markup = decode(page.content, page.headers)
    refuse_overload(markup)
    root = tree_of(markup)
    head = Head(root, page.url)
    facts = facts_of(head)
    new_head = head_of(head)
    prune(root)
    body = body_of(root)
    marks = landmarks(root, body, facts)
    css = selectors(body, marks)
    names = names_for(host)
    written = written_page(head.language, new_head, Skeleton(marks).body(page_body(root)))
    expected = expectation(host, names, css, written, today)
    return Draft(names, css, written_module(names, host, facts.outlet, css), written, expected)


def page_body(root: HtmlElement) -> HtmlElement:
    found = root.find("body")
    return root if found is None else found


def landmarks(root: HtmlElement, body: Body, facts: Facts) -> Landmarks:
    container = body.weights.container if body.chosen else page_body(root)
    day = facts.published[:10]
    times = [each for each in root.iter("time") if day and (each.get("datetime") or "").startswith(day)]
    return Landmarks(
        container,
        titles=list(islice(printing(root, facts.title, ("h1", "h2")), 1)),
        authors=[each for name in facts.authors for each in islice(printing(root, name), 1)],
        dates=times[:1],
    )


def printing(root: HtmlElement, text: str, tags: Iterable[str] = ()) -> Iterator[HtmlElement]:
    """The inmost elements whose text this is, but for letter case."""
    for element in root.iter(*(tags or ("*",))):
        has_it = bool(text) and brief_text(element, len(text) + LONGEST_NAME).lower() == text.lower()
        if has_it and not any(brief_text(child, len(text) + 1).lower() == text.lower() for child in element):
            yield element


def selectors(body: Body, marks: Landmarks) -> dict[str, str]:
    """The attributes of a ``Publisher`` that the page suggests."""
    found = {
        "body_css": selector_of(marks.container) if body.chosen else "",
        "drop_css": ", ".join(list(dict.fromkeys(unwanted(body)))[:MOST_DROPPED]),
        "authors_css": next(filter(None, map(nearest, marks.authors)), ""),
    }
    return {name: css for name, css in found.items() if css or name == "body_css"}


def nearest(element: HtmlElement) -> str:
    """The selector of the element or of the nearest around it that has a lasting name."""
    around = islice((element, *element.iterancestors()), 3)
    return next((css for each in around if (css := selector_of(each))), "")


def unwanted(body: Body) -> Iterator[str]:
    """Selectors of the container's parts with text none of which was taken for the article."""
    if not body.chosen:
        return
    elements = {body.blocks[position].element for position in body.chosen}
    read = {around for element in elements for around in (element, *element.iterancestors())}
    for part in body.weights.container:
        css = selector_of(part) if part not in read and brief_text(part, MOST_CHARACTERS) else ""
        if css and read.isdisjoint(selected(body.root, css)):
            yield css


def written_module(names: Names, host: str, outlet: str, css: dict[str, str]) -> str:
    lines = "".join(f'    {name} = "{value}"\n' for name, value in css.items())
    title = outlet.replace('"', "").replace("\\", "") or host
    return MODULE.format(
        title=title, class_name=names.class_name, name=names.name, host=host, selectors=lines
    )


def written_page(language: str, head: HtmlElement, body: HtmlElement) -> str:
    root = etree.Element("html", {"lang": language} if language else {})
    root.extend((head, body))
    etree.indent(root)
    return "<!doctype html>\n" + etree.tostring(root, encoding="unicode", method="html") + "\n"


def expectation(host: str, names: Names, css: dict[str, str], page: str, today: str) -> str:
    """What the drafted scraper reads on the skeleton, to be checked line by line."""
    scraper = type(names.class_name, (Publisher,), {"name": names.name, "hosts": (host,), **css})()
    url = f"https://{host}/an-article"
    try:
        parsed = scraper.parse(Page(page.encode(), url))
    except UnreadableError:
        parsed = Parsed("", ())
    values = {
        "url": url,
        "when": today,
        "title": parsed.title,
        "authors": parsed.authors,
        "published": parsed.published,
        "outlet": parsed.outlet,
        "section": parsed.section,
        "language": parsed.language,
        "flags": parsed.flags,
        "paragraphs": [[each.role, each.text] for each in parsed.paragraphs],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
