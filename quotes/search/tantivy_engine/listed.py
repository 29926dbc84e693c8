"""The commonest values of several fields taken together, where the index tells only the commonest of each.

What a field's list leaves out stands there at most as often as the last one that it tells. So every value has
a least and a most number, and where these are equal and large enough the commonest are known for sure (the
threshold algorithm of Fagin, Lotem and Naor, 2003).
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True, slots=True)
class List:
    """Of one field: values with how often they stand there; any other value ``unlisted`` times at most."""

    counts: Counter[Any]
    unlisted: int

    def without(self, other: "List") -> "List":
        """Of the documents that the other one, made of some of these, does not count."""
        left = Counter({key: count - other.counts[key] for key, count in self.counts.items()})
        if not other.unlisted:
            return List(+left, self.unlisted)
        sure = Counter({key: count for key, count in left.items() if key in other.counts})
        unsure = max((count for key, count in self.counts.items() if key not in other.counts), default=0)
        return List(+sure, max(self.unlisted, unsure))


@dataclass(frozen=True)
class Listed:
    """The fields' lists; a value stands in one field of a document at most."""

    lists: list[List]

    @cached_property
    def least(self) -> Counter[Any]:
        counts: Counter[Any] = Counter()
        for one in self.lists:
            counts.update(one.counts)
        del counts[0]
        return counts

    def are_sure(self, size: int) -> bool:
        """Are the ``size`` commonest of ``least`` those of all documents, with their exact numbers?"""
        least, unlisted = self.least, self.most_unlisted
        ranked = sorted(least.values(), reverse=True)
        needed = ranked[size - 1] if len(ranked) >= size else 0
        if unlisted and unlisted >= needed:
            return False
        near = [key for key, count in least.items() if count + unlisted >= needed]
        return all(self.slack(key) == 0 or least[key] + self.slack(key) < needed for key in near)

    @cached_property
    def most_unlisted(self) -> int:
        """How often a value may stand in the documents that no list has."""
        return sum(one.unlisted for one in self.lists)

    def slack(self, key: int) -> int:
        """How many times more a listed value may stand in the documents."""
        return sum(one.unlisted for one in self.lists if key not in one.counts)


def listed(answer: dict[str, Any]) -> List:
    """What the index answers, of however many segments."""
    counts = Counter({key_of(bucket): bucket["doc_count"] for bucket in answer["buckets"]})
    return List(counts, min(counts.values(), default=0) if answer["sum_other_doc_count"] else 0)


def key_of(bucket: dict[str, Any]) -> int | str:
    key = bucket["key"]
    return key if isinstance(key, str) else int(key)
