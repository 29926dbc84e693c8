"""The whole measurement on a handful of articles; how long it takes is never asserted."""

import json
import re

import pytest
from django.core.management import CommandError, call_command

from quotes.benchmark import extraction


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(extraction, "MEGABYTE", 1000)
    monkeypatch.setattr(extraction, "SIZES", (1, 4))


def lines(capsys) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_benchmark_of_made_up_articles(capsys):
    call_command("benchmark", "extraction", "--articles=3")
    found = lines(capsys)
    assert re.fullmatch(r"3 articles \(median: \d+ characters, \d+ quotes\):", found[0])
    assert re.fullmatch(r"\d+ articles a second, one core", found[1])
    assert [line.split(":")[0].strip() for line in found[2:4]] == [
        "1 kB in one article",
        "4 kB in one article",
    ]
    assert [line.split(":")[0] for line in found[4:-1]] == [f"1 MB of {name}" for name in extraction.HOSTILE]


def test_benchmark_of_articles_that_somebody_brings(tmp_path, capsys):
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps({"text": '"It froze over," Jane Roe said.'}), encoding="utf-8")
    call_command("benchmark", "extraction", "--texts", str(path))
    assert lines(capsys)[0] == "1 articles (median: 31 characters, 1 quotes):"


@pytest.mark.parametrize("content", ["", "{", '{"words": 1}', '{"text": 1}', "[]"])
def test_benchmark_of_no_texts(tmp_path, content):
    path = tmp_path / "texts.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CommandError, match=r"texts\.jsonl"):
        call_command("benchmark", "extraction", "--texts", str(path))


def test_an_article_of_a_size_is_at_least_that_long():
    documents = list(extraction.made_up(2))
    size = extraction.characters(extraction.joined(documents, 20_000))
    assert 20_000 <= size + 100 < 22_000
