"""What a curator should know of a page: paywalled, consent, soft-404, liveblog."""

import re
from collections.abc import Iterator

from .head import Head
from .linked_data import texts

LOCKED = frozenset(("locked", "metered", "premium", "subscriber", "subscribers", "paid"))
CONSENT_ADDRESS = re.compile(
    r"(?:^|[./-])(?:consent|privacy-?gate|cookie-?wall|datenschutz)(?:[./?-]|$)", re.IGNORECASE
)
CONSENT_TITLE = re.compile(
    r"before you continue|we value your privacy|your privacy choices|cookie (?:consent|settings|preferences)|"
    r"privacy settings|consent to (?:the use of )?cookies",
    re.IGNORECASE,
)
MISSING_TITLE = re.compile(
    r"^(?:error )?(?:404|410)\b|^(?:page )?not found\b|"
    r"\b(?:page|article|story|content) (?:was |is |could |can)?(?:not|no longer) (?:be )?(?:found|available)|"
    r"page (?:does not|doesn.t) exist|seite nicht gefunden|page (?:introuvable|non trouvée)|"
    r"página no encontrada",
    re.IGNORECASE,
)
LIVE_TITLE = re.compile(
    r"\blive (?:updates?|blog|coverage)\b|(?-i:\bLIVE\b)\s?[:|–-]|liveblog|liveticker", re.IGNORECASE
)
SHORT_WORDS = 150


def flags_of(head: Head, title: str, words: int) -> tuple[str, ...]:
    """The flags of a page with this title and an article of this many words."""
    found = {
        "paywalled": is_paywalled(head),
        "consent": is_consent(head, title, words),
        "soft-404": is_missing(head, title, words),
        "liveblog": is_live(head, title),
    }
    return tuple(flag for flag, holds in found.items() if holds)


def is_paywalled(head: Head) -> bool:
    tiers = set(head.all("article:content_tier", "og:article:content_tier", "content_tier"))
    return "false" in free_claims(head) or not LOCKED.isdisjoint(tier.lower() for tier in tiers)


def free_claims(head: Head) -> Iterator[str]:
    """What the article's JSON-LD and its parts say of ``isAccessibleForFree``, in small letters."""
    parts = head.linked.resolved(head.linked.article.get("hasPart"))
    for node in (head.linked.article, *parts):
        if isinstance(node, dict):
            claim = node.get("isAccessibleForFree")
            yield from (text.lower() for text in ([str(claim)] if isinstance(claim, bool) else texts(claim)))


def is_consent(head: Head, title: str, words: int) -> bool:
    asked = CONSENT_ADDRESS.search(head.address.netloc) or CONSENT_ADDRESS.search(head.address.path)
    return bool(asked or CONSENT_TITLE.search(title)) and words < SHORT_WORDS


def is_missing(head: Head, title: str, words: int) -> bool:
    """Whether the server answered 200 with an error page or with its home page."""
    if MISSING_TITLE.search(title) or MISSING_TITLE.search(head.window_title):
        return words < SHORT_WORDS
    is_home = bool(head.url) and head.address.path in ("", "/")
    return is_home and not head.linked.text("datePublished") and not head.first("article:published_time")


def is_live(head: Head, title: str) -> bool:
    types = texts(head.linked.article.get("@type"))
    return "LiveBlogPosting" in types or LIVE_TITLE.search(title) is not None
