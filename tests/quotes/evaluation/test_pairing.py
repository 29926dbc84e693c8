import pytest

from quotes.evaluation.pairing import paired, span_overlap, word_overlap


def test_each_is_paired_once_with_what_it_overlaps_most():
    assert paired([(0, 10), (8, 20)], [(0, 12), (9, 20)], span_overlap) == {
        1: (1, pytest.approx(11 / 12)),
        0: (0, pytest.approx(10 / 12)),
    }


def test_what_shares_nothing_is_not_paired():
    assert paired([(0, 5)], [(5, 9)], span_overlap) == {}


@pytest.mark.parametrize(("other", "share"), [(["a", "b"], 1.0), (["b", "b"], 0.5), (["c"], 0.0), ([], 0.0)])
def test_words_overlap_as_often_as_they_occur_on_both_sides(other, share):
    assert word_overlap(["a", "b"], other) == share
