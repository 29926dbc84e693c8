"""Section pages: the links of a page that look like articles of its own site."""

from archive.addresses import host_of
from archive.errors import AddressError, FeedError

from .articles import looks_like_article
from .found import Found, absolute, distinct
from .tags import Tag, tags


def read_section(content: bytes, url: str) -> list[Found]:
    """The articles that the page links to, in its order; raises ``FeedError`` where there is none."""
    found = list(tags(content))
    base = base_of(found, url)
    links = [absolute(base, attributes.get("href", "")) for name, attributes in found if name == "a"]
    articles = distinct(Found(link) for link in links if of_site(link, url) and looks_like_article(link))
    if not articles:
        raise FeedError(f"{url}: no link on this page looks like an article; give a page that lists some.")
    return articles


def base_of(found: list[Tag], url: str) -> str:
    bases = [attributes["href"] for name, attributes in found if name == "base" and "href" in attributes]
    return absolute(url, bases[0]) if bases else url


def of_site(link: str, url: str) -> bool:
    """Whether the link leads to the page's host or one below it."""
    try:
        linked, host = host_of(link), host_of(url)
    except AddressError:
        return False
    return linked == host or linked.endswith(f".{host}")
