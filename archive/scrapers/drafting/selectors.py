"""CSS selectors that are likely to find an element on the other pages of its publisher too."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from archive.scrapers.furniture import CHUNK, parts_of
from archive.scrapers.publisher import selected

NAME = re.compile(r"[A-Za-z][\w-]*")
GENERATED = re.compile(r"(?:sc|css|jsx|svelte)-")  # the libraries' own prefixes, hashes all after them
VOWEL = re.compile(r"[aeiouyAEIOUY]")
MOST_CLASSES = 10  # of an element, looked at


def selector_of(element: HtmlElement) -> str:
    """The selector that finds it and fewest others of its page; ``""`` where it has no lasting name."""
    root = element.getroottree().getroot()
    counted = [(len(selected(root, selector)), selector) for selector in candidates(element)]
    return min(counted, key=lambda each: each[0], default=(0, ""))[1]


def candidates(element: HtmlElement) -> Iterator[str]:
    """What could name it: ``itemprop``, id and classes; where a name ends in a hash, what stands before."""
    if prop := element.get("itemprop"):
        yield f"[itemprop='{prop}']" if NAME.fullmatch(prop) else ""
    if name := lasting(element.get("id") or ""):
        yield f"#{name}" if name == element.get("id") else f"[id*='{name}']"
    for written in (element.get("class") or "").split()[:MOST_CLASSES]:
        if name := lasting(written):
            yield f".{name}" if name == written else f"[class*='{name}']"


def lasting(name: str) -> str:
    """A name without the hash at its end: of "body__17Yit" "body__", of a mere hash ``""``."""
    if not NAME.fullmatch(name):
        return ""
    *before, last = CHUNK.findall(name)
    if GENERATED.match(name) or (is_hash(last) and all(map(is_hash, before))):
        return ""
    return name[: name.rindex(last)] if is_hash(last) else name


def is_hash(chunk: str) -> bool:
    """Whether no word is in it: digits between letters, or capitals where no word of a name would begin."""
    parts = parts_of(chunk)
    camel = any(letter.isupper() for letter in chunk[1:]) and not chunk.isupper()
    return not parts or (camel and any(VOWEL.search(part) is None for part in parts))
