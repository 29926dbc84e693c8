"""Addresses that no speaker has had: jane-roe, jane-roe-2, ..."""

from collections.abc import Iterable, Iterator
from itertools import chain, count

from django.utils.text import slugify

from .models import Speaker

TRIED_AT_ONCE = 20
# Letters that are no others with an accent, which slugify would leave out.
PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


class FreeSlugs:
    """For speakers of these names in one article, looked up by whole addresses: the table may be large.

    What many articles call their sources ("police") gets the article's number.
    """

    def __init__(self, names: Iterable[str], article_id: int) -> None:
        self.names, self.article_id = list(names), article_id
        self.taken: set[str] | None = None

    def take(self, name: str) -> str:
        """A free address; from now on it is taken."""
        if self.taken is None:
            self.taken = taken(slug for each in self.names for slug in self.likely(each))
        known = self.taken
        free = next(slug for slug in chain(self.likely(name), numbered(name, known)) if slug not in known)
        known.add(free)
        return free

    def likely(self, name: str) -> list[str]:
        return [base(name), f"{base(name)}-{self.article_id}"]


def numbered(name: str, known: set[str]) -> Iterator[str]:
    """From 2 on; notes which of them are taken."""
    for first in count(2, TRIED_AT_ONCE):
        slugs = [f"{base(name)}-{number}" for number in range(first, first + TRIED_AT_ONCE)]
        known |= taken(slugs)
        yield from slugs


def base(name: str) -> str:
    return slugify(name.casefold().translate(PLAIN))[:300] or "speaker"


def taken(slugs: Iterable[str]) -> set[str]:
    return set(Speaker.objects.filter(slug__in=set(slugs)).values_list("slug", flat=True))
