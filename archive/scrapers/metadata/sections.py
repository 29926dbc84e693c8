"""The section of an outlet that an article stands in."""

from .head import Head

NONE = frozenset(("uncategorized", "uncategorised", "tags", "article", "articles", "story", "home"))


def section_of(head: Head) -> str:
    """The section's name as the page gives it, or ``""``."""
    told = [head.linked.text("articleSection"), *head.all("article:section", "og:section", "parsely-section")]
    return next((each for each in told if each and each.lower() not in NONE), "")
