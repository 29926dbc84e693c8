"""What an article is about, in the words that its page gives to machines."""

from collections.abc import Iterator

from .head import Head
from .linked_data import texts

MOST = 12
LONGEST, MOST_WORDS = 60, 6
MACHINES = frozenset(":/=_#<>|")


def keywords_of(head: Head) -> tuple[str, ...]:
    """The keywords, each once, in the page's order; handles of machines and whole sentences left out."""
    found: dict[str, str] = {}
    for keyword in told(head):
        if is_keyword(keyword) and keyword.casefold() != head.outlet.casefold():
            found.setdefault(keyword.casefold(), keyword)
    return tuple(found.values())[:MOST]


def told(head: Head) -> Iterator[str]:
    """Of the first place that tells any; several in one text stand between commas or semicolons."""
    places = (
        texts(head.linked.article.get("keywords")),
        list(head.all("article:tag", "og:article:tag")),
        list(head.all("news_keywords", "parsely-tags", "keywords")),
    )
    for text in next(filter(None, places), []):
        yield from (part.strip() for part in text.replace(";", ",").split(","))


def is_keyword(keyword: str) -> bool:
    return 1 < len(keyword) <= LONGEST and len(keyword.split()) <= MOST_WORDS and not MACHINES & set(keyword)
