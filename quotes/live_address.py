"""The address of an article as a reader should get it: a web address, without what only tracks readers."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from archive.addresses import tells
from archive.models import Article


def live_address(article: Article) -> str:
    """``""`` where the article has no web address; unchanged where nothing in it tracks."""
    url = article.link
    if "?" not in url:
        return url
    parts = urlsplit(url)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if tells(name, value)]
    return url if kept == asked else urlunsplit(parts._replace(query=urlencode(kept)))
