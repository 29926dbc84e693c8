"""The commonest values, beside counting all of them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quotes.search.tantivy_engine.listed import Listed, listed

VALUES = st.integers(1, 12)
FIELDS = st.lists(st.lists(VALUES, max_size=60), min_size=1, max_size=3)


def answer(values: list[int], told: int) -> dict:
    """As the index gives it."""
    counts = Counter(values).most_common()
    buckets = [{"key": float(key), "doc_count": count} for key, count in counts[:told]]
    others = sum(count for _, count in counts[told:])
    return {"buckets": buckets, "sum_other_doc_count": others}


@given(FIELDS, st.integers(1, 12), st.integers(1, 5))
def test_what_is_sure_is_so(fields, told, size):
    told_of = Listed([listed(answer(values, told)) for values in fields])
    counts = Counter(value for values in fields for value in values)
    if told_of.are_sure(size):
        commonest = sorted(told_of.counts.items(), key=lambda item: (-item[1], item[0]))[:size]
        assert commonest == sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size]


@given(FIELDS)
def test_complete_lists_are_sure(fields):
    assert Listed([listed(answer(values, 12)) for values in fields]).are_sure(5)


def test_lists_of_unequal_values_are_sure_though_they_are_cut():
    fields = [[1] * 50 + [2] * 40 + [3, 4], [1] * 30 + [2] * 20 + [4, 5]]
    told = Listed([listed(answer(values, 3)) for values in fields])
    assert (told.are_sure(2), told.are_sure(3)) == (True, False)
    assert told.counts.most_common(2) == [(1, 80), (2, 60)]


@given(FIELDS, FIELDS, FIELDS, st.integers(1, 12), st.integers(1, 5))
def test_what_is_sure_of_sums_and_differences_is_so(kept, left_out, besides, told, size):
    known = [listed(answer(values + more, told)) for values, more in zip(kept, left_out, strict=False)]
    less = [listed(answer(more, told)) for _, more in zip(kept, left_out, strict=False)]
    made = Listed(known + [listed(answer(values, told)) for values in besides], less)
    counts = Counter(value for values, _ in zip(kept, left_out, strict=False) for value in values)
    counts.update(value for values in besides for value in values)
    if made.are_sure(size):
        commonest = sorted(
            ((k, n) for k, n in made.counts.items() if n > 0), key=lambda item: (-item[1], item[0])
        )
        assert commonest[:size] == sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:size]


def test_complete_lists_are_sure_without_others():
    left = Listed([listed(answer([1, 1, 2, 3], 9))], [listed(answer([1, 3], 9))])
    assert left.are_sure(5)
    assert +left.counts == {1: 1, 2: 1}
