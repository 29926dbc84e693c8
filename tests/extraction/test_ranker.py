import json

import pytest

from quotes.extraction import ranker
from quotes.extraction.ranker import FOLDER, logistic, score, softmax


def test_the_score_is_the_sum_of_known_weights():
    assert score({"a": 1.5, "b": -0.5}, ["a", "b", "c"]) == 1.0


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
