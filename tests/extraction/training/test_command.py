import json

import pytest
from django.core.management import CommandError, call_command

from quotes.extraction.ranker import FOLDER

from .annotated import ANNOTATED


def test_the_command_writes_where_it_is_told(tmp_path, capsys):
    source, target = tmp_path / "train.jsonl", tmp_path / "en.json"
    source.write_text("\n".join(json.dumps(one) for one in ANNOTATED), encoding="utf-8")
    call_command("train_attribution", str(source), "--output", str(target))
    assert "provenance" in json.loads(target.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.jsonl"], "missing.jsonl cannot be read"),
        (["missing.jsonl", "--language", "xx"], "no words for the language 'xx'"),
        (["missing.jsonl", "--language", "de"], "read by the patterns"),
    ],
)
def test_the_command_says_what_is_missing(arguments, message):
    with pytest.raises(CommandError, match=message):
        call_command("train_attribution", *arguments)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty"),
        ('{"text": "It froze.", "quotes": []}', "nothing to learn from"),
        ("[]", "line 1 is no JSON"),
    ],
)
def test_the_command_leaves_the_weights_where_there_is_nothing_to_learn(tmp_path, content, message):
    source, target = tmp_path / "train.jsonl", tmp_path / "en.json"
    source.write_text(content, encoding="utf-8")
    target.write_text("the earlier weights", encoding="utf-8")
    with pytest.raises(CommandError, match=message):
        call_command("train_attribution", str(source), "--output", str(target))
    assert target.read_text(encoding="utf-8") == "the earlier weights"


def test_the_command_says_where_it_cannot_write(tmp_path):
    source = tmp_path / "train.jsonl"
    source.write_text(json.dumps(ANNOTATED[0]), encoding="utf-8")
    with pytest.raises(CommandError, match="Is a directory.*name another file"):
        call_command("train_attribution", str(source), "--output", str(tmp_path))


def test_the_weights_of_this_engine_are_a_small_file_that_tells_where_it_comes_from():
    path = FOLDER / "en.json"
    provenance = json.loads(path.read_text(encoding="utf-8"))["provenance"]
    assert path.stat().st_size < 1_000_000
    assert set(provenance) == {
        "language",
        "trained_on",
        "sha256",
        "articles",
        "quotes",
        "method",
        "command",
    }
