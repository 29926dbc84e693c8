"""All that a page says about its article, together."""

from dataclasses import dataclass

from .authors import authors_of
from .dates import modified_of, published_of
from .head import Head
from .keywords import keywords_of
from .sections import section_of
from .titles import title_of


@dataclass(frozen=True, slots=True)
class Facts:
    """``published`` and ``modified`` are ISO 8601 or ``""``, ``language`` is as the page declares it."""

    title: str
    authors: tuple[str, ...]
    published: str
    modified: str
    outlet: str
    section: str
    keywords: tuple[str, ...]
    language: str
    canonical_url: str
    variants: tuple[str, ...] = ()


def facts_of(head: Head) -> Facts:
    """What the page says, each from the first source that says it plausibly."""
    return Facts(
        title=title_of(head),
        authors=authors_of(head),
        published=published_of(head),
        modified=modified_of(head),
        outlet=head.outlet,
        section=section_of(head),
        keywords=keywords_of(head),
        language=head.language,
        canonical_url=head.canonical_url,
        variants=head.variants,
    )
