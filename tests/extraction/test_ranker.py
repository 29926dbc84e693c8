import json

import pytest

from quotes.extraction import ranker
from quotes.extraction.ranker import FOLDER, Weights, logistic, score, score_facts, softmax, spelled


def test_the_score_is_the_sum_of_known_weights():
    assert score(Weights({"a": 1.5, "b": -0.5}), ["a", "b", "c"]) == 1.0


def tell(*letters):
    return list(letters)


def test_facts_score_as_the_features_that_they_tell():
    weights = Weights({"a": 1.5, "b": -0.5})
    facts = [(tell, "a", "c"), (tell, "b"), (tell,)]
    assert spelled(facts) == ["a", "c", "b"]
    assert [score_facts(weights, facts) for _ in range(2)] == [1.0, 1.0]


def test_the_memory_of_facts_is_bounded(monkeypatch):
    monkeypatch.setattr(ranker, "MOST", 2)
    weights = Weights({"a": 1.5})
    for letter in "abcde":
        score_facts(weights, [(tell, letter)])
    assert (len(weights.sums), score_facts(weights, [(tell, "a")])) == (1, 1.5)


def test_shares_sum_to_one():
    assert softmax([1.0, 1.0]) == [0.5, 0.5]
    assert softmax([]) == []


@pytest.mark.parametrize(("value", "chance"), [(0.0, 0.5), (1e6, 1.0), (-1e6, 0.0)])
def test_a_score_becomes_a_chance(value, chance):
    assert logistic(value) == pytest.approx(chance)


def test_the_weights_are_a_readable_file_with_their_provenance():
    path = FOLDER / "en.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    assert path.stat().st_size <= 1_000_000
    assert set(data) == {"provenance", "speaker", "antecedent", "speech", "confidence"}
    assert {"trained_on", "sha256", "articles", "quotes", "command"} <= set(data["provenance"])
    assert ranker.load_weights("en") == data
