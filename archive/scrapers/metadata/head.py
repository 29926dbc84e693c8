"""The meta elements of a page, by their names."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml.html import HtmlElement

from archive.scrapers.blocks import normalised

from .linked_data import LinkedData, linked_data_of

WEB = ("http://", "https://")
KEYS = ("property", "name", "itemprop", "http-equiv")
# https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml, and what search engines ask for
VARIANTS = (
    "//link[@rel='amphtml']/@href | //link[@rel='alternate' and not(@hreflang)"
    " and (contains(@media, 'handheld') or contains(@media, 'max-width'))]/@href"
)
MOST_VARIANTS = 5


@dataclass(frozen=True)
class Head:
    """What a page says about itself to machines; ``root`` is the page before pruning."""

    root: HtmlElement
    url: str = ""
    linked: LinkedData = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "linked", linked_data_of(self.root))

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """The contents of all meta elements by name in small letters, ``_`` after a prefix read as ``:``."""
        found: dict[str, list[str]] = defaultdict(list)
        for element in self.root.iter("meta"):
            content = normalised(element.get("content") or "")
            for key in KEYS:
                name = (element.get(key) or "").strip().lower()
                if name and content:
                    found[name].append(content)
        return dict(found)

    def all(self, *names: str) -> Iterator[str]:
        """What the meta elements of these names say, those of the first name first."""
        for name in names:
            yield from self.metas.get(name, ())

    def first(self, *names: str) -> str:
        return next(self.all(*names), "")

    @cached_property
    def window_title(self) -> str:
        title = self.root.find(".//title")
        return normalised(title.text_content()) if title is not None else ""

    @cached_property
    def address(self) -> SplitResult:
        """The parts of the page's address, else of the one it names itself; empty where malformed."""
        return split(self.url or self.canonical_url)

    @cached_property
    def outlet(self) -> str:
        """The publication's name as the page gives it, or ``""``."""
        named = self.first(
            "og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"
        )
        publishers = self.linked.names("publisher")
        return next(iter([*publishers, named] if is_handle(named) else [named, *publishers]), "")

    @property
    def language(self) -> str:
        """The language that the page declares, as it writes it ("en-GB", "eng"), or ``""``."""
        declared = (self.root.get("lang") or "").strip() or self.linked.text("inLanguage")
        return declared or self.first("og:locale", "content-language", "language")

    @cached_property
    def canonical_url(self) -> str:
        """The page's address in its own words (absolute), or ``""``."""
        links = self.root.xpath("//link[@rel='canonical']/@href")
        addresses = [str(link).strip() for link in links] + [self.first("og:url"), self.linked.text("url")]
        return next((each for each in addresses if each.startswith(WEB) and split(each).netloc), "")

    @cached_property
    def variants(self) -> tuple[str, ...]:
        """Where the page says that it stands as AMP and for telephones (absolute)."""
        links = islice(self.root.xpath(VARIANTS), MOST_VARIANTS)
        addresses = (joined(self.url, str(link)) for link in links)
        return tuple(dict.fromkeys(each for each in addresses if each.startswith(WEB) and split(each).netloc))


def joined(base: str, link: str) -> str:
    """The link as a whole address, or ``""`` where it is none."""
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def is_handle(name: str) -> bool:
    """Whether a name is empty or looks like a machine's: "nationalpost", "example.com"."""
    return not name or name.islower() and " " not in name
