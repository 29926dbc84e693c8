from quotes.extraction.ranker import score
from quotes.extraction.training.softmax import Fitting, Group, fit

GROUPS = [Group([["subject"], ["object"], ["other"]], [0]), Group([["object"], ["subject"]], [1])] * 10


def test_what_is_right_gets_the_higher_weight():
    weights = fit(GROUPS, Fitting(epochs=5, rare=1))
    assert score(weights, ["subject"]) > score(weights, ["object"])


def test_the_same_groups_give_the_same_weights():
    assert fit(GROUPS, Fitting(rare=1)) == fit(GROUPS, Fitting(rare=1))


def test_rare_features_are_left_out():
    weights = fit([*GROUPS, Group([["seen once"], ["object"]], [0])], Fitting(rare=2))
    assert "seen once" not in weights


def test_a_group_without_anything_right_teaches_nothing():
    assert fit([Group([["a"], ["b"]], [])] * 10, Fitting(rare=1)) == {}
