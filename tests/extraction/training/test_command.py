import json

import pytest
from django.core.management import CommandError, call_command

from .annotated import ANNOTATED


def test_the_command_writes_where_it_is_told(tmp_path, capsys):
    source, target = tmp_path / "train.jsonl", tmp_path / "en.json"
    source.write_text("\n".join(json.dumps(one) for one in ANNOTATED), encoding="utf-8")
    call_command("train_attribution", str(source), "--output", str(target))
    assert "provenance" in json.loads(target.read_text(encoding="utf-8"))


@pytest.mark.parametrize("arguments", [["missing.jsonl"], ["missing.jsonl", "--language", "xx"]])
def test_the_command_says_what_is_missing(arguments):
    with pytest.raises(CommandError):
        call_command("train_attribution", *arguments)
