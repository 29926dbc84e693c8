"""Any article into the archive with its quotes: from an address, or from a file that somebody hands in."""

from dataclasses import dataclass

from archive.collect import article_at, collect_article, supply_article
from archive.models import Article
from quotes.models import ReviewItem

LARGEST = 20 * 1024 * 1024  # bytes of a file
SUGGESTED = "suggested article"
PAGES = (".html", ".htm", ".xhtml")
MARKUP = (b"<!doctype html", b"<html", b"<?xml")


@dataclass(frozen=True, slots=True)
class Added:
    """An article and what adding it has come to, in one sentence."""

    article: Article
    summary: str


def add_url(url: str, user=None) -> Added:
    """Fetch, keep and read the page at this address, and record its quotes.

    Raises an ``ArchiveError`` whose message is one clear sentence; the article's row keeps it for curators.
    """
    article = article_at(url, added_by=user)
    outcome = collect_article(article)
    if outcome.error:
        raise outcome.error
    return summed_up(outcome.article, outcome.state)


def add_file(content: bytes, *, name: str, url: str = "", supplied_by: str, user=None) -> Added:
    """Keep a saved page or text as supplied, read it, and record its quotes.

    Raises an ``ArchiveError`` as ``add_url`` does.
    """
    reading = supply_article(
        content, url=url, content_type=content_type(content, name), supplied_by=supplied_by, user=user
    )
    return summed_up(reading.capture.article, "supplied")


def suggest_url(url: str, note: str = "", reporter: str = "") -> Article:
    """Keep a reader's wish: an article that nobody fetches before a curator has looked at it.

    Raises an ``AddressError`` whose message is one clear sentence.
    """
    article = article_at(url)
    if article.state == Article.State.PENDING and article.attempts == 0:
        article.next_at = None
        article.save(update_fields=["next_at"])
        ReviewItem.objects.create(
            article=article, reason=SUGGESTED, note=f"{article.url}\n{note}".strip(), reporter=reporter
        )
    return article


def content_type(content: bytes, name: str) -> str:
    """What a file is by its name and its beginning: a page, plain text, or something without an article."""
    beginning = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if name.lower().endswith(PAGES) or beginning.startswith(MARKUP):
        return "text/html"
    if beginning.startswith(b"%pdf"):
        return "application/pdf"
    return "application/octet-stream" if b"\0" in beginning else "text/plain"


def summed_up(article: Article, state: str) -> Added:
    article.refresh_from_db()
    quotes = article.occurrences.filter(removed_at=None).exclude(kind="unattributed").count()
    return Added(article, f"{article.title or article.url}: {state}, {quotes} quotes")
