import json

import pytest

from quotes.evaluation.lines import FOUND, NEEDED, TRAINED, GoldError, read_lines
from tests.extraction.training.annotated import ANNOTATED

PAGE = {"id": "1", "quotes": [{"kind": "direct", "text": "It froze,", "speaker": "Jane Roe"}]}


def written(path, *documents):
    path.write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "line 1 is not JSON"),
        ("[" * 100_000, "line 1 is not JSON"),
        ("[]", "line 1 is no JSON object"),
        ('\n{"id": 1}', "line 2 lacks quotes"),
        ('{"id": 1, "quotes": 2}', "line 1: “quotes” is no list"),
        ('{"id": 1, "quotes": [{"kind": "direct"}]}', "line 1, quote 1 lacks segments"),
        ("\n", "is empty"),
        ("\udcff", "cannot be read"),
    ],
)
def test_a_line_that_does_not_fit_is_named(tmp_path, content, message):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(GoldError, match=message):
        read_lines(path, FOUND["text"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", 1),
        ("title", [1]),
        ("paragraphs", [{}]),
        ("authors", "Jane Roe"),
        ("date", 20),
        ("id", [1]),
    ],
)
def test_a_field_of_another_kind_is_named(tmp_path, field, value):
    path = written(tmp_path / "gold.jsonl", PAGE, PAGE | {field: value})
    with pytest.raises(GoldError) as caught:
        read_lines(path, NEEDED["pages"])
    assert str(caught.value) == f"{path}, line 2: “{field}” is not as expected, but {json.dumps(value)}."


@pytest.mark.parametrize("segments", [[[5, 1]], [[-1, 5]], [[1]], [["a", "b"]], [3], ["the words"]])
def test_segments_of_text_are_spans(tmp_path, segments):
    found = {"id": "1", "quotes": [{"kind": "direct", "segments": segments}]}
    with pytest.raises(GoldError, match="quote 1: “segments” is not as expected"):
        read_lines(written(tmp_path / "found.jsonl", found), FOUND["text"])


def test_segments_of_pages_are_words(tmp_path):
    found = {"id": "1", "quotes": [{"kind": "direct", "segments": ["the words"]}]}
    assert read_lines(written(tmp_path / "found.jsonl", found), FOUND["pages"]) == [found]


def test_what_is_not_known_is_null(tmp_path):
    page = PAGE | {"title": None, "authors": None, "quotes": [PAGE["quotes"][0] | {"speaker": None}]}
    assert read_lines(written(tmp_path / "gold.jsonl", page), NEEDED["pages"]) == [page]


def test_articles_to_learn_from_need_no_id(tmp_path):
    assert read_lines(written(tmp_path / "train.jsonl", *ANNOTATED), TRAINED) == ANNOTATED


def test_a_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(GoldError, match="cannot be read"):
        read_lines(tmp_path / "gold.jsonl", FOUND["text"])
