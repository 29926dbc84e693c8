"""One article at two addresses of its outlet: folded into one before anybody hears of the second.

``rel=canonical`` and redirects are hints that many sites get wrong; that the words are the same is the proof.
"""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from .addresses import url_key
from .errors import AddressError
from .models import Address, Article, Capture, Reading
from .wire import are_copies, shingles_of

MOST_NAMING = 5  # looked at: of a site that calls all of its pages one, more would be no more alike


def article_with(key: str) -> Article | None:
    """The article that has this key, or had it once."""
    return Article.objects.filter(Q(url_key=key) | Q(addresses__key=key)).first()


def known_keys(keys: list[str]) -> set[str]:
    articles = Article.objects.filter(url_key__in=keys).values_list("url_key", flat=True)
    return {*articles, *Address.objects.filter(key__in=keys).values_list("key", flat=True)}


def settle_address(reading: Reading, canonical: str, variants: Iterable[str]) -> None:
    """Note where the article's address led to; fold the article into the one that stands there already.

    So too where the page names a ``canonical`` address of its own, or AMP or mobile ``variants``, and where
    another page named this address as its own. Only an article that was just read for the first time: nothing
    points to it yet. Then the reading's capture has the other article.
    """
    article = reading.capture.article
    final, named = key_of(reading.capture.url), key_of(canonical)
    elsewhere = [key for key in (final, named, *map(key_of, variants)) if key not in ("", article.url_key)]
    others = [*filter(None, map(article_with, elsewhere)), *named_by(article)]
    if not (elsewhere or others) or Reading.objects.filter(capture__article=article).count() > 1:
        return
    for other in others:
        if is_duplicate(article, other, reading):
            fold(article, other, reading)
            return
    if named in elsewhere:
        Article.objects.filter(pk=article.pk).update(canonical_key=named)
    if final in elsewhere and article_with(final) is None:
        Address.objects.get_or_create(key=final, defaults={"article": article})


def named_by(article: Article) -> list[Article]:
    """The articles of its outlet whose pages say that their own address is this one's."""
    same = Article.objects.filter(canonical_key=article.url_key, outlet=article.outlet_id)
    if not same.exists():  # as nearly always, which is told far sooner
        return []
    return list(same.exclude(pk=article.pk).order_by("pk")[:MOST_NAMING])


def key_of(url: str) -> str:
    """The key of an article's address; nothing for a home page, which many wrong hints name."""
    try:
        key = url_key(url)
    except AddressError:
        return ""
    return key if "/" in key else ""


def is_duplicate(article: Article, other: Article, reading: Reading) -> bool:
    if other == article or other.outlet_id != article.outlet_id:
        return False
    standing = other.latest_reading
    return standing is not None and are_copies(shingles_of(reading.text), shingles_of(standing.text))


def fold(article: Article, other: Article, reading: Reading) -> None:
    """The article's captures become those of the other, and its address leads there from now on."""
    Capture.objects.filter(article=article).update(article=other)
    Address.objects.filter(article=article).update(article=other)
    Address.objects.create(key=article.url_key, article=other)
    Article.objects.filter(pk=article.pk).delete()
    Article.objects.filter(pk=other.pk).update(
        next_at=timezone.now()
    )  # a crash may come before its announcement
    reading.capture.article = other
