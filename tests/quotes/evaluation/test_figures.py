import pytest

from quotes.evaluation.figures import confidence_figures, precision_recall_f1


def test_f1_is_the_harmonic_mean():
    assert precision_recall_f1(3, 4, 6) == (0.75, 0.5, pytest.approx(0.6))


def test_nothing_found_is_no_division_by_zero():
    assert precision_recall_f1(0, 0, 0) == (0.0, 0.0, 0.0)


def test_the_surest_come_first():
    judged = [(0.1, False), (0.9, True), (0.8, True), (0.2, False)]
    assert confidence_figures(judged) == {
        "accuracy_top_50": 1.0,
        "accuracy_top_60": 1.0,
        "accuracy_top_80": pytest.approx(2 / 3),
        "share_97_right": 0.5,
    }
