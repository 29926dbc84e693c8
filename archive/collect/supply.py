"""What a person hands in: kept as supplied, and read like any other capture."""

import hashlib

from django.contrib.auth.base_user import AbstractBaseUser

from archive.addresses import url_key
from archive.captures import supply
from archive.characters import storable
from archive.errors import ReadError
from archive.history import unattended
from archive.models import Article, Capture, Reading
from archive.outlets import outlet_at, outlet_of_files
from archive.readings import read


@unattended()
def supply_article(
    content: bytes,
    *,
    url: str = "",
    content_type: str,
    supplied_by: str,
    user: AbstractBaseUser | None = None,
) -> Reading:
    """The reading of a file handed in, as the article at ``url`` or, without one, an article of its own.

    The archive does not fetch such an article by itself: mostly it could not. Raises ``AddressError``,
    ``CaptureError`` or ``ReadError``; the article's row keeps the last.
    """
    article = supplied_article(content, url, user)
    capture = supply(
        article, content, url=article.url, content_type=content_type, supplied_by=supplied_by, user=user
    )
    try:
        return read(capture)
    except ReadError as error:
        failed(article, error)
        raise


def failed(article: Article, error: ReadError) -> None:
    article.failed(storable(str(error)), final=error.final)
    if article.state == Article.State.PENDING:
        article.state = Article.State.FAILED
    article.save(update_fields=[*Article.SCHEDULE, "state"])


def supplied_article(content: bytes, url: str, user: AbstractBaseUser | None) -> Article:
    """By its address, or by the digest of the file: handed in twice, it is one article."""
    url, digest = url.strip(), hashlib.sha256(content).hexdigest()
    known = Capture.objects.filter(origin=Capture.Origin.SUPPLIED, sha256=digest).select_related("article")
    if not url and (capture := known.first()):
        return capture.article
    address = url or f"urn:sha256:{digest}"
    key = url_key(address) if url else address
    outlet = outlet_at(address) if url else outlet_of_files()
    made = {"url": address, "outlet": outlet, "added_by": user, "next_at": None}
    return Article.objects.get_or_create(url_key=key, defaults=made)[0]
