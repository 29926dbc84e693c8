"""One article: found or made by its address, and collected."""

from django.contrib.auth.base_user import AbstractBaseUser

from archive.addresses import url_key
from archive.duplicates import article_with
from archive.errors import ArchiveError
from archive.history import unattended
from archive.models import Article, Feed, Outlet
from archive.outlets import outlet_at

from .outcome import Outcome
from .visit import collect_leased


def article_at(
    url: str,
    *,
    outlet: Outlet | None = None,
    feed: Feed | None = None,
    added_by: AbstractBaseUser | None = None,
) -> Article:
    """The article at this address, in whichever spelling; made, and due at once, where it is not known.

    Raises ``AddressError``.
    """
    key = url_key(url)
    known = article_with(key)
    if known:
        return known
    made = {"url": url.strip(), "outlet": outlet or outlet_at(url), "feed": feed, "added_by": added_by}
    return Article.objects.get_or_create(url_key=key, defaults=made)[0]


@unattended()
def collect_article(article: Article) -> Outcome:
    """Fetch the article now, whenever it is due, preserve it and read it; failures are kept in its row."""
    if not Article.objects.leased(article.pk):
        busy = ArchiveError("The archive is collecting this article right now: try again in a few minutes.")
        return Outcome(article, "postponed", busy)
    return collect_leased(article)
