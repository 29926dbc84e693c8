import json

import pytest
from django.core.management import CommandError, call_command

TEXT = '"The ice broke last night," said Jane Roe.'
GOLD = {
    "id": "ice",
    "text": TEXT,
    "quotes": [
        {
            "kind": "direct",
            "quoted": [[0, 27]],
            "speaker": "Jane Roe",
            "speaker_mention": {"start": 33, "end": 41, "text": "Jane Roe"},
        }
    ],
}


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    return path


def figures(capsys) -> dict:
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_the_engine_is_run_and_its_figures_are_printed(gold, capsys):
    call_command("evaluate", str(gold))
    assert figures(capsys) == {
        "documents": 1,
        "gold": 1,
        "predicted": 1,
        "span_precision": 1.0,
        "span_recall": 1.0,
        "span_f1": 1.0,
        "speaker_accuracy": 1.0,
        "speaker_mention_accuracy": 1.0,
        "accuracy_top_50": 0.0,
        "accuracy_top_60": 0.0,
        "accuracy_top_80": 0.0,
        "share_97_right": 1.0,
    }


def test_what_was_found_before_is_scored_instead(gold, tmp_path, capsys):
    found = tmp_path / "found.jsonl"
    found.write_text(json.dumps({"id": "ice", "quotes": []}), encoding="utf-8")
    call_command("evaluate", str(gold), "--predicted", str(found))
    assert figures(capsys)["predicted"] == 0


def test_pages_are_read_with_their_quotes(tmp_path, capsys):
    (tmp_path / "ice.html").write_text(f"<h1>Ice</h1><p>{TEXT}</p>", encoding="utf-8")
    quote = {"text": "The ice broke last night,", "kind": "direct", "speaker": "Jane Roe"}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "ice", "html_path": "ice.html", "quotes": [quote]}), encoding="utf-8")
    call_command("evaluate", str(gold), "--form", "pages", "--generic")
    found = figures(capsys)
    assert (found["attributed_f1"], found["quote_recall_of_text"]) == (1.0, 1.0)


def test_the_error_browser_is_written_where_it_is_told(gold, tmp_path, capsys):
    call_command("evaluate", str(gold), "--html", str(tmp_path / "errors.html"))
    assert "Errors in gold.jsonl" in (tmp_path / "errors.html").read_text(encoding="utf-8")


def test_a_file_in_the_other_form_is_refused_with_what_it_lacks(gold):
    with pytest.raises(CommandError, match=r"line 1, quote 1 lacks text\."):
        call_command("evaluate", str(gold), "--form", "pages")
