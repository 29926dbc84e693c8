import json

from quotes.extraction.language import load_language
from quotes.extraction.training.weights_file import train_file, write_weights

from .annotated import ANNOTATED


def test_training_writes_weights_with_their_provenance(tmp_path):
    source, target = tmp_path / "train.jsonl", tmp_path / "en.json"
    source.write_text("\n".join(json.dumps(one) for one in ANNOTATED), encoding="utf-8")
    write_weights(train_file(source, load_language("en")), target)
    data = json.loads(target.read_text(encoding="utf-8"))
    assert (data["provenance"]["articles"], data["provenance"]["quotes"]) == (26, 26)
    assert all(data[table] for table in ("speaker", "confidence"))


def test_training_again_writes_the_same_bytes(tmp_path):
    source, one, two = tmp_path / "train.jsonl", tmp_path / "one.json", tmp_path / "two.json"
    source.write_text("\n".join(json.dumps(each) for each in ANNOTATED), encoding="utf-8")
    write_weights(train_file(source, load_language("en")), one)
    write_weights(train_file(source, load_language("en")), two)
    assert one.read_bytes() == two.read_bytes()
