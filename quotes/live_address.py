"""The address of an article as a reader should get it: a web address, without what only tracks readers."""

from archive.addresses import untracked
from archive.models import Article


def live_address(article: Article) -> str:
    """``""`` where the article has no web address; unchanged where nothing in it tracks."""
    return untracked(article.link)
