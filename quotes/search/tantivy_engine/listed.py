"""The commonest values of several fields taken together, where the index tells only the commonest of each.

What a field's list leaves out stands there at most as often as the last one that it tells. So every value has
a least and a most number, and where these are equal and large enough the commonest are known for sure (the
threshold algorithm of Fagin, Lotem and Naor, 2003).
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True, slots=True)
class List:
    """Of one field: values with how often they stand there; any other value ``unlisted`` times at most."""

    counts: Counter[Any]
    unlisted: int


@dataclass(frozen=True)
class Listed:
    """The lists of a facet's fields, less those of documents that do not belong to the result, though the
    first ones count them. A value stands in one field of a document at most.
    """

    lists: list[List]
    less: list[List] = field(default_factory=list)

    @cached_property
    def counts(self) -> Counter[Any]:
        """As far as the lists tell."""
        counts: Counter[Any] = Counter()
        for one in self.lists:
            counts.update(one.counts)
        for one in self.less:
            counts.subtract(one.counts)
        del counts[0]
        return counts

    def are_sure(self, size: int) -> bool:
        """Are the ``size`` commonest of ``counts`` those of the result, with their exact numbers?"""
        unlisted = sum(one.unlisted for one in self.lists)
        ranked = sorted(self.counts.values(), reverse=True)
        needed = max(ranked[size - 1], 0) if len(ranked) >= size else 0
        if unlisted and unlisted >= needed:
            return False
        near = [key for key, count in self.counts.items() if count + unlisted >= needed]
        return all(self.is_exact(key) or self.most(key) < needed for key in near)

    def is_exact(self, key: Any) -> bool:
        return all(key in one.counts or not one.unlisted for one in (*self.lists, *self.less))

    def most(self, key: Any) -> int:
        """How often a value may stand in the result."""
        return self.counts[key] + sum(one.unlisted for one in self.lists if key not in one.counts)


def listed(answer: dict[str, Any]) -> List:
    """What the index answers, of however many segments."""
    counts = Counter({key_of(bucket): bucket["doc_count"] for bucket in answer["buckets"]})
    return List(counts, min(counts.values(), default=0) if answer["sum_other_doc_count"] else 0)


def key_of(bucket: dict[str, Any]) -> int | str:
    key = bucket["key"]
    return key if isinstance(key, str) else int(key)
